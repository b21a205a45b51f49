-- A quick look with wrk, without thresholds and reports: KEY=api_demo ORGANIZATION=orga_demo
--   wrk -t2 -c16 -d20s --latency -s infra/load/quick.lua http://localhost:8080
-- It asks for one month after the other. wrk waits for answers before it asks again (a closed model): it tells how much
-- a service can do, not how it does under load that does not wait; that tells ReportSimulation.
local alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

local function base64(text)
    local encoded = text:gsub("..?.?", function(group)
        local a, b, c = group:byte(1, 3)
        local bits = a * 65536 + (b or 0) * 256 + (c or 0)
        local letters = ""
        for shift = 3, 3 - #group, -1 do
            local index = math.floor(bits / 64 ^ shift) % 64
            letters = letters .. alphabet:sub(index + 1, index + 1)
        end
        return letters .. ("="):rep(3 - #group)
    end)
    return encoded
end

local organization = os.getenv("ORGANIZATION") or "orga_demo"
local headers = { Authorization = "Basic " .. base64((os.getenv("KEY") or "api_demo") .. ":") }
local month = 0

function request()
    month = (month + 1) % 48
    local day = ("%d-%02d-01"):format(2011 + math.floor(month / 12), month % 12 + 1)
    local last = ("%d-%02d-28"):format(2011 + math.floor(month / 12), month % 12 + 1)
    local path = ("/api/v1/report/statuses/lead/%s/?date_start=%s&date_end=%s"):format(organization, day, last)
    return wrk.format("GET", path, headers)
end
