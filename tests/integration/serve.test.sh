#!/usr/bin/env bash
# The preview: what RFC 9110 asks of it, attacks on it, how it starts and ends.
. "$(dirname "$0")/harness.sh"
need python3
need curl
server=
trap '[ -z "$server" ] || kill -9 "$server" 2>/dev/null; chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT

out=$work/out
mkdir -p "$out/en" "$out/data" "$out/tiles/0/0" "$out/glyphs/Noto Sans" "$out/.git"
python3 - "$out" <<'PY'
import gzip, random, sys
out = sys.argv[1]
random.seed(1)
def write(name, data): open(f"{out}/{name}", "wb").write(data)
write("index.html", b"<!doctype html><title>Karte</title>" + b"<p>gute Idee</p>\n" * 2000)
write("en/index.html", b"<!doctype html><title>Map</title>")
write("404.html", b"<!doctype html><title>nicht da</title>")
write("data/big.pmtiles", random.randbytes(3_000_001))
write("tiles/0/0/0.mvt", gzip.compress(b"tile" * 300, mtime=0))
write("glyphs/Noto Sans/a.pbf", b"\x0a\x00")
write("empty.txt", b"")
write(".hidden", b"hidden")
write(".git/config", b"hidden")
write("../secret.txt", b"a secret that lies beside the folder")
write("locked.txt", b"locked")
PY
ln -s ../secret.txt "$out/way_out"; ln -s .. "$out/folder_out"; ln -s /etc/passwd "$out/absolute"
mkfifo "$out/pipe"
chmod 000 "$out/locked.txt"

# start PORT OPTIONS...: sets server and url
start() {
    : >"$work/url"
    "$program" serve "$out" --port "$@" >"$work/url" 2>"$work/notes" &
    server=$!
    until [ -s "$work/url" ]; do sleep 0.05; kill -0 "$server" 2>/dev/null || { cat "$work/notes"; return 1; }; done
    url=$(cat "$work/url")
}

# stop SIGNAL: the exit code is checked
stop() {
    kill "-$1" "$server"
    wait "$server"
    expect "exit code after SIG$1" 0 $?
    server=
}

start 0 --lang en || fail "the server did not start"
expect "what is said beside the address" "Preview of $out; Ctrl+C ends it" "$(cat "$work/notes")"
python3 "$(dirname "$0")/serve_client.py" "$url" "$out" >"$work/faults" || { fail "answers"; cat "$work/faults"; }
expect "curl gets the page" "$(sha256sum <"$out/index.html")" "$(curl -sf --compressed "$url" | sha256sum)"
curl -sf -C 1000000 -o "$work/rest" "$url/data/big.pmtiles" 2>/dev/null || curl -sf -r 1000000- -o "$work/rest" "${url}data/big.pmtiles"
tail -c +1000001 "$out/data/big.pmtiles" | cmp - "$work/rest" || fail "curl takes a download up again: other bytes"

# the port is taken: a clear word, and the first server goes on
port=${url##*:}; port=${port%/}
expect_code 1 "$program" serve "$out" --port "$port"
grep -q "port $port of 127.0.0.1 is taken" "$work/log" || { fail "the message"; cat "$work/log"; }
expect "the first server" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$url")"

# a folder that is replaced by a rename is seen at once
cp -r "$out/en" "$work/next" && echo new >"$work/next/index.html"
mv "$out" "$work/former" && mv "$work/next" "$out"
expect "the new page" new "$(curl -s "$url")"
rm -rf "$out"
expect "a folder that is gone" 404 "$(curl -s -o /dev/null -w '%{http_code}' "$url")"
mv "$work/former" "$out"
expect "and comes back" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$url")"

# what is under way when it shall end is sent to its end: 40 MB are more than lies in the sockets
truncate -s 40000000 "$out/data/slow.pmtiles"
python3 - "$url" "$work/begun" >"$work/received" <<'PY' &
import os, socket, sys, time, urllib.parse
place = urllib.parse.urlsplit(sys.argv[1])
connection = socket.create_connection((place.hostname, place.port), timeout=60)
connection.sendall(f"GET /data/slow.pmtiles HTTP/1.1\r\nHost: {place.netloc}\r\nConnection: close\r\n\r\n".encode())
received = len(connection.recv(1000))
open(sys.argv[2], "w").close()
while os.path.exists(sys.argv[2]):
    time.sleep(0.01)
while data := connection.recv(1 << 20):
    received += len(data)
print("whole" if received > 40_000_000 else f"{received} bytes")
PY
client=$!
until [ -e "$work/begun" ]; do sleep 0.02; kill -0 "$client" 2>/dev/null || { fail "no download"; break; }; done
kill -TERM "$server"
until ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.02; done
kill -0 "$server" 2>/dev/null || fail "it did not wait for the download"
rm -f "$work/begun"
wait "$client"
wait "$server"
expect "exit code with a download under way" 0 $?
server=
expect "the download" whole "$(cat "$work/received")"
expect "after the end" 000 "$(curl -s -o /dev/null -w '%{http_code}' "$url")"

# the same port at once again; Ctrl+C; nothing but the address with --quiet; IPv6
start "$port" --quiet || fail "the port is not free again"
expect "with --quiet" "" "$(cat "$work/notes")"
stop INT
if start 0 --bind ::1 --quiet; then
    expect "IPv6" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$url")"
    stop TERM
else
    server=
    echo "not checked: no IPv6"
fi
start 0 --bind 0.0.0.0 --network --lang de
grep -q 'Auch andere Rechner' "$work/notes" || fail "no warning for an open address"
stop TERM
finish
