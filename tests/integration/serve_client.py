"""serve_client — asks a preview for what friends and strangers ask, byte by byte over sockets.   [tests]

    serve_client.py URL FOLDER

FOLDER is what is served, with what serve.test.sh put into it. Prints each answer that is not as RFC 9110 has it and
exits with 1.
"""

import gzip
import os
import socket
import sys
import threading
import urllib.parse

url, folder = sys.argv[1:3]
place = urllib.parse.urlsplit(url)
host, port = place.hostname, place.port
faults = []


def expect(what, expected, got):
    if expected != got:
        faults.append(f"{what}: expected {expected!r}, got {got!r}")


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def __getitem__(self, name):
        return self.headers.get(name.lower())


def connect():
    return socket.create_connection((host, port), timeout=20)


def read_answer(stream, is_head=False):
    status_line = stream.readline()
    if not status_line:
        return Answer(0, {}, b"")
    headers = {}
    while (line := stream.readline().rstrip(b"\r\n")):
        name, _, value = line.decode("latin-1").partition(":")
        headers[name.lower()] = value.strip()
    status = int(status_line.split()[1])
    length = 0 if is_head or status == 304 else int(headers.get("content-length", 0))
    return Answer(status, headers, stream.read(length))


def raw(data, is_head=False):
    """Sends bytes as they are; the answer, and that nothing follows it."""
    with connect() as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        stream = connection.makefile("rb")
        answer = read_answer(stream, is_head)
        expect(f"bytes behind the answer to {data[:60]!r}", b"", stream.read())
        return answer


def ask(target, method="GET", **headers):
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}:{port}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return raw(("\r\n".join(lines) + "\r\nConnection: close\r\n\r\n").encode("latin-1"), method == "HEAD")


def content(name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


def check_plain():
    page, big = content("index.html"), content("data/big.pmtiles")
    for target in ("/", "/index.html", f"http://{host}:{port}/index.html", "/?embed=1"):
        answer = ask(target)
        expect(f"{target}", (200, page), (answer.status, answer.body))
    expect("type of a page", "text/html; charset=utf-8", answer["content-type"])
    expect("nosniff", "nosniff", answer["x-content-type-options"])
    expect("referrer", "no-referrer", answer["referrer-policy"])
    expect("cache", "no-cache", answer["cache-control"])
    answer = ask("/data/big.pmtiles")
    expect("a big file", (200, True, "application/vnd.pmtiles"), (answer.status, answer.body == big, answer["content-type"]))
    answer = ask("/data/big.pmtiles", "HEAD")
    expect("HEAD", (200, str(len(big)), "bytes"), (answer.status, answer["content-length"], answer["accept-ranges"]))
    expect("HEAD with a range", 200, ask("/data/big.pmtiles", "HEAD", Range="bytes=0-9").status)
    answer = ask("/glyphs/Noto%20Sans/a.pbf")
    expect("a name with a blank", (200, content("glyphs/Noto Sans/a.pbf")), (answer.status, answer.body))
    expect("an empty file", (200, b"", "0"), ((a := ask("/empty.txt")).status, a.body, a["content-length"]))


def check_folders():
    answer = ask("/en")
    expect("a folder without slash", (301, "/en/"), (answer.status, answer["location"]))
    expect("its query", "/en/?a=b", ask("/en?a=b")["location"])
    expect("a folder with slash", content("en/index.html"), ask("/en/").body)
    expect("a folder without a page", (404, content("404.html")), ((a := ask("/data/")).status, a.body))
    expect("a file with a slash behind it", 404, ask("/index.html/").status)
    answer = ask("/nowhere")
    expect("404", (404, content("404.html"), "text/html; charset=utf-8"), (answer.status, answer.body, answer["content-type"]))
    expect("404 has no tag", None, answer["etag"])


def check_ranges():
    big = content("data/big.pmtiles")
    n = len(big)
    for text, first, last in (("0-0", 0, 0), ("0-16383", 0, 16383), (f"{n - 5}-", n - 5, n - 1), ("-7", n - 7, n - 1),
                              (f"{n - 3}-{n + 100}", n - 3, n - 1), (f"-{n + 9}", 0, n - 1)):
        answer = ask("/data/big.pmtiles", Range=f"bytes={text}")
        expect(f"range {text}", (206, f"bytes {first}-{last}/{n}", big[first:last + 1]),
               (answer.status, answer["content-range"], answer.body))
    answer = ask("/data/big.pmtiles", Range=f"bytes={n}-")
    expect("a range outside", (416, f"bytes */{n}", b""), (answer.status, answer["content-range"], answer.body))
    for text in ("bytes=5-4", "bytes=0-1,4-5", "items=0-1", "bytes=x"):
        expect(text, (200, n), ((a := ask("/data/big.pmtiles", Range=text)).status, len(a.body)))
    tag, date = ask("/data/big.pmtiles")["etag"], ask("/data/big.pmtiles")["last-modified"]
    expect("If-Range with the tag", 206, ask("/data/big.pmtiles", Range="bytes=0-9", If_Range=tag).status)
    expect("If-Range with the date", 206, ask("/data/big.pmtiles", Range="bytes=0-9", If_Range=date).status)
    expect("If-Range with another tag", 200, ask("/data/big.pmtiles", Range="bytes=0-9", If_Range='"a"').status)
    expect("If-Range with a weak tag", 200, ask("/data/big.pmtiles", Range="bytes=0-9", If_Range="W/" + tag).status)
    answer = ask("/index.html", Range="bytes=0-9", Accept_Encoding="gzip")
    expect("a range is never compressed", (206, None, content("index.html")[:10]),
           (answer.status, answer["content-encoding"], answer.body))


def check_conditions():
    first = ask("/index.html")
    tag, date = first["etag"], first["last-modified"]
    for headers in ({"If_None_Match": tag}, {"If_None_Match": f'"x", W/{tag}'}, {"If_None_Match": "*"}, {"If_Modified_Since": date}):
        answer = ask("/index.html", **headers)
        expect(f"304 for {headers}", (304, tag, None), (answer.status, answer["etag"], answer["content-type"]))
        expect("the length of 304 is that of 200", str(len(first.body)), answer["content-length"])
    expect("another tag", 200, ask("/index.html", If_None_Match='"x"', If_Modified_Since=date).status)
    expect("If-Match", 412, ask("/index.html", If_Match='"x"').status)
    expect("If-Match with the tag", 200, ask("/index.html", If_Match=tag).status)
    expect("long ago", 412, ask("/index.html", If_Unmodified_Since="Sun, 06 Nov 1994 08:49:37 GMT").status)
    # one connection, three answers: a 304 with a body would spoil the third
    with connect() as connection:
        stream = connection.makefile("rb")
        for headers in ("", f"If-None-Match: {tag}\r\n", ""):
            connection.sendall(f"GET /index.html HTTP/1.1\r\nHost: {host}\r\n{headers}\r\n".encode())
            answer = read_answer(stream)
            expect("on one connection", (304, b"") if headers else (200, first.body), (answer.status, answer.body))


def check_gzip():
    page = content("index.html")
    plain, packed = ask("/index.html"), ask("/index.html", Accept_Encoding="br, gzip")
    expect("gzip", ("gzip", page), (packed["content-encoding"], gzip.decompress(packed.body)))
    expect("Vary", ("Accept-Encoding", "Accept-Encoding"), (plain["vary"], packed["vary"]))
    expect("other forms have other tags", True, plain["etag"] != packed["etag"])
    expect("the same bytes again", packed.body, ask("/index.html", Accept_Encoding="gzip").body)
    expect("304 of the form", 304, ask("/index.html", Accept_Encoding="gzip", If_None_Match=packed["etag"]).status)
    expect("not of the other", 200, ask("/index.html", Accept_Encoding="gzip", If_None_Match=plain["etag"]).status)
    expect("refused", None, ask("/index.html", Accept_Encoding="gzip;q=0")["content-encoding"])
    expect("HEAD has that length too", str(len(packed.body)), ask("/index.html", "HEAD", Accept_Encoding="gzip")["content-length"])
    expect("archives are left alone", None, ask("/data/big.pmtiles", Accept_Encoding="gzip")["content-encoding"])
    tile = ask("/tiles/0/0/0.mvt")
    expect("a tile that lies compressed", ("gzip", content("tiles/0/0/0.mvt")), (tile["content-encoding"], tile.body))


def check_refusals():
    for method in ("POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get"):
        answer = ask("/index.html", method)
        expect(method, (405, "GET, HEAD"), (answer.status, answer["allow"]))
    body = f"POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\nhello".encode()
    expect("POST with a body", 405, raw(body).status)
    foreign = b"GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    expect("a foreign name", 421, raw(foreign).status)
    expect("HTTP/1.0 without a name", 200, raw(b"GET / HTTP/1.0\r\n\r\n").status)
    expect("HTTP/1.1 without a name", 400, raw(b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n").status)


def check_attacks():
    secret = content("../secret.txt")
    targets = ["/../secret.txt", "/en/../../secret.txt", "/%2e%2e/secret.txt", "/%2e%2e%2fsecret.txt", "/..%2fsecret.txt",
               "/..%5csecret.txt", "/..\\secret.txt", "/%252e%252e/secret.txt", "/.%2e/secret.txt", "/%c0%ae%c0%ae/secret.txt",
               "/%uff0e%uff0e/secret.txt", "//../secret.txt", "/./../secret.txt", "/en/%00/../../secret.txt", "/index.html%00.png",
               "/way_out", "/folder_out/secret.txt", "/absolute", "/pipe", "/.hidden", "/.git/config", "/locked.txt" if os.getuid() else "/.x",
               "//" + "etc/passwd", f"http://{host}/../secret.txt", "file:///etc/passwd", "/" + "a" * 5000, "/" + "a/" * 5000,
               "/" + "%2e%2e/" * 40 + "etc/passwd"]
    for target in targets:
        answer = ask(target)
        expect(f"{target[:60]} is not answered", True, answer.status in (400, 404, 414, 431))
        expect(f"{target[:60]} tells nothing", False, secret in answer.body or b"root:" in answer.body)
    expect("no redirect to a foreign site", True, ask("//evil.example/")["location"] is None)
    answer = ask("/en?%0d%0aSet-Cookie:a=b")
    expect("no header is smuggled in", None, answer["set-cookie"])
    for data in (b"\0\0\0\0\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET /\0index.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                 b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"A: " + b"a" * 100000 + b"\r\n\r\n",
                 b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=" + b"9" * 20000 + b"-\r\nConnection: close\r\n\r\n"):
        with connect() as connection:
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
            except OSError:
                pass  # cut off is an answer, too
    expect("it is still there", 200, ask("/").status)


def check_many():
    """Sixteen at a time, and sixty connections that say nothing meanwhile."""
    idle = [connect() for _ in range(60)]
    page, big = content("index.html"), content("data/big.pmtiles")

    def work(number):
        for i in range(40):
            first = (number * 40 + i) * 997 % (len(big) - 5000)
            part = ask("/data/big.pmtiles", Range=f"bytes={first}-{first + 4999}")
            if part.body != big[first:first + 5000] or gzip.decompress(ask("/", Accept_Encoding="gzip").body) != page:
                faults.append(f"thread {number} got other bytes")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for connection in idle:
        connection.close()


for check in (check_plain, check_folders, check_ranges, check_conditions, check_gzip, check_refusals, check_attacks, check_many):
    check()
for fault in faults[:30]:
    print(fault)
sys.exit(1 if faults else 0)
