-- Posts bodies that were signed before, each once. The file holds a signature and a body per line. With PAUSE, each
-- connection rests between two posts, on average for so many milliseconds.
local path, threads = os.getenv("BODIES"), tonumber(os.getenv("THREADS") or "1")
local pause = tonumber(os.getenv("PAUSE") or "0")
local started = 0

if pause > 0 then
  function delay() return math.random(0, 2 * pause) end
end

function setup(thread)
  thread:set("share", started)
  started = started + 1
end

function init(args)
  local number = 0
  file = assert(io.open(path, "rb"))
  -- Each thread takes its own lines.
  next_line = function()
    while true do
      local line = file:read("*l")
      if not line then return nil end
      number = number + 1
      if number % threads == share then return line end
    end
  end
end

function request()
  local line = next_line()
  if not line then
    wrk.thread:stop()
    return wrk.format("GET", "/health")
  end
  local headers = { ["Content-Type"] = "application/json", ["X-Hub-Signature-256"] = "sha256=" .. line:sub(1, 64) }
  return wrk.format("POST", os.getenv("TARGET"), headers, line:sub(66))
end

function done(summary, latency, requests)
  io.write(string.format("RESULT %d %d %d %d %d %d %d\n", summary.requests, summary.duration, summary.errors.status,
    latency:percentile(50), latency:percentile(95), latency:percentile(99), summary.errors.timeout + summary.errors.read + summary.errors.connect))
end
