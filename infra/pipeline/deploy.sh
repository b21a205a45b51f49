#!/usr/bin/env bash
# Deploys target/function.zip: migrates, tries the new version, shifts the traffic, and then asks through the gateway.
# Arguments go to cdk: infra/pipeline/deploy.sh -c architecture=x86_64 -c alarmEmail=oncall@example.com
# With SMOKE_ORGANIZATION and SMOKE_KEY it also asks for a report of that organization.
set -euo pipefail
cd "$(dirname "$0")/.."

npx --yes aws-cdk@2.1134.0 deploy --all --require-approval never --outputs-file target/outputs.json "$@"
url=$(sed -n 's/.*"Url": *"\([^"]*\)".*/\1/p' target/outputs.json)

# The status that a key is answered with for a path; the key stands in no command line.
ask() {
    printf 'user = "%s:"' "$2" | curl -sS -m 30 -o /dev/null -w '%{http_code}' -K - "$url/api/v1/report/statuses/lead/$1/"
}

expect() {
    local status
    status=$(ask "$2" "$3")
    echo "$1: answered $status"
    [ "$status" = "$4" ] || { echo "expected $4 from $url" >&2; exit 1; }
}

expect "an unknown key" orga_smoke_test api_smoke_test_of_a_release 401
if [ -n "${SMOKE_KEY:-}" ]; then
    expect "a report" "$SMOKE_ORGANIZATION" "$SMOKE_KEY" 200
fi
echo "deployed: $url"
