"""A resource that is there when its CodeBuild project has succeeded: starts it, and watches it."""
import boto3

codebuild = boto3.client("codebuild")


def start(event, _context):
    if event["RequestType"] == "Delete":
        return {}
    build = codebuild.start_build(projectName=event["ResourceProperties"]["Project"])["build"]
    return {"PhysicalResourceId": "migration", "Data": {"Build": build["id"]}}


def is_complete(event, _context):
    if event["RequestType"] == "Delete":
        return {"IsComplete": True}
    build = codebuild.batch_get_builds(ids=[event["Data"]["Build"]])["builds"][0]
    if build["buildStatus"] in ("SUCCEEDED", "IN_PROGRESS"):
        return {"IsComplete": build["buildStatus"] == "SUCCEEDED"}
    raise RuntimeError(f"the migration ended as {build['buildStatus']}: {build['logs'].get('deepLink')}")
