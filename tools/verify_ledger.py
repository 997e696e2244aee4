#!/usr/bin/env python3
"""Checks Portico's ledger without trusting Portico: receipts, signed tree heads and whole exports (RFC 9162 tree, Ed25519 notes).
Python's standard library only. Exit status 0: everything holds; 1: something does not, and where; 2: wrong usage.
  verify_ledger.py --key VERIFIER [--head NOTE]... FILE...
FILE is a receipt (JSON of GET /receipts/{id}), a .jsonl of them (npm run ledger -- bundle …) or an export (npm run ledger -- export FILE). --key is the verifier line you were
given once (GET /ledger/keys); --head is the note of a head you saved earlier: it must still be part of the history.
"""
import argparse, base64, collections, concurrent.futures, functools, itertools, json, mmap, os, re, struct, sys
from binascii import hexlify, unhexlify; from bisect import bisect_right; from hashlib import sha256, sha512; from operator import concat
sha, LEAF, NODE = lambda data: sha256(data).digest(), sha256(b"\0"), sha256(b"\1") # the two with what RFC 9162 puts before a leaf and a node
leaf_hash, node_hash = lambda data: sha(b"\0" + data), lambda left, right: sha(b"\1" + left + right)
# Ed25519 verification (RFC 8032 §5.1.7), points in extended coordinates.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493; D = -121665 * pow(121666, P - 2, P) % P
def add(a, b):
    A, B = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    C, E = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P; e, f, g, h = B - A, E - C, E + C, B + A
    return (e * f % P, g * h % P, f * g % P, e * h % P)
def times(n, point):
    return functools.reduce(lambda total, bit: add(add(total, total), point) if bit == "1" else add(total, total), bin(n)[2:], (0, 1, 1, 0))
def point_of(raw):
    y, sign = int.from_bytes(raw, "little") & (1 << 255) - 1, raw[31] >> 7
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P; x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P: x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign): raise ValueError("no point")
    if x & 1 != sign: x = P - x
    return (x, y, 1, x * y % P)
BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
@functools.lru_cache(4096)
def ed25519(key, signature, message):
    try: a, r = point_of(key), point_of(signature[:32])
    except ValueError: return False
    s = int.from_bytes(signature[32:], "little"); h = int.from_bytes(sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return s < L and (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0
class Note: # a signed head: origin, size, root, the head before it, time; and whether one of the keys signed it
    def __init__(self, text):
        self.text, self.body = text, text[: text.find("\n\n") + 1]
        match = re.fullmatch(r"(\S+)\n(\d+)\n(\S{44})\nprevious (\d+) (\S{44})\ntime (\S+)\n", self.body)
        if not match: raise ValueError("not a signed head")
        self.origin, self.size, self.previous, self.time = match[1], int(match[2]), int(match[4]), match[6]
        self.root, self.chain = base64.b64decode(match[3]), base64.b64decode(match[5])
    def signed_by(self, verifiers):
        for line in self.text[len(self.body) + 1 :].split("\n"):
            match = re.fullmatch(r"— (\S+) (\S+)", line)
            for verifier in verifiers if match else []:
                name, key_id, key = verifier.split("+", 2)
                key, blob = base64.b64decode(key), base64.b64decode(match[2]); right_id = sha(name.encode() + b"\n" + key)[:4]
                if name == match[1] == self.origin and key[0] == 1 and blob[:4] == right_id == bytes.fromhex(key_id) \
                   and len(blob) == 68 and ed25519(key[1:], blob[4:], self.body.encode()): return True
        return False
def root_by_inclusion(index, size, leaf, proof):
    fn, sn, root = index, size - 1, leaf
    for sibling in proof:
        if sn == 0: return None
        if fn & 1 or fn == sn:
            root = node_hash(sibling, root)
            while not fn & 1 and fn: fn, sn = fn >> 1, sn >> 1
        else: root = node_hash(root, sibling)
        fn, sn = fn >> 1, sn >> 1
    return root if sn == 0 else None
def check_receipt(receipt, keys, saved, say):
    leaf, content = receipt["leaf"].encode(), receipt.get("content")
    if content and sha(bytes.fromhex(content["salt"]) + content["text"].encode()).hex() != json.loads(leaf)["content"]: say("the content is not what the leaf commits to")
    if leaf_hash(leaf).hex() != receipt["leafHash"]: say("the leaf has another hash")
    if receipt["state"] == "pending": return say("not yet under a signed head: fetch it again")
    head, proof = Note(receipt["head"]["note"]), [bytes.fromhex(part) for part in receipt["proof"]]
    if not head.signed_by(keys): say("its head is signed by none of the keys")
    if root_by_inclusion(receipt["index"], head.size, leaf_hash(leaf), proof) != head.root: say("the proof does not lead to the signed head")
    if any(note.size == head.size and note.root != head.root for note in saved): say(f"two heads of {head.size} leaves: the ledger has forked")
def check_receipts(lines, keys, saved, say):
    for number, line in enumerate(lines, 1): check_receipt(json.loads(line), keys, saved, lambda fault: say(f"line {number}: {fault}" if len(lines) > 1 else fault))
    return f"{len(lines)} receipts" if len(lines) > 1 else None
def hashes_of(prefix, texts): # one behind the other; what stands before each text is hashed once for all
    copy, hashes = prefix.copy, []
    for text in texts: one = copy(); one.update(text); hashes.append(one.digest())
    return b"".join(hashes)
def cut(text, width): return struct.unpack(f"{width}s" * (len(text) // width), text[: len(text) // width * width])
def grow(leaves): # the hashes of all full subtrees, level by level, each level one text of 32 bytes a hash
    return [leaves, *grow(hashes_of(NODE, cut(leaves, 64)))] if len(leaves) >= 64 else [leaves]
def root_of(levels, size, right=b""): # a full subtree for each bit of the size, from the right; the one of a bit stands behind those of higher bits
    parts = [right] * bool(right) + [levels[level][(size >> level + 1 << 1) * 32 :][:32] for level in range(size.bit_length()) if size >> level & 1]
    return functools.reduce(lambda right, left: node_hash(left, right), parts) if parts else sha(b"")
SIZES, UNLIKE, ERASING = [], "position %d: the row does not give the leaf that was written with it", b'"type":"content.erased","v":1}' # sizes: of all heads, in order
def know(sizes): SIZES[:] = sizes
def sum_up(leaves, places, at): # up to 256, the first of them leaf `at`: the hash of a full tile; what each head that ends here has of it, and the place it ends at
    levels, ending = grow(leaves), SIZES[bisect_right(SIZES, at) : bisect_right(SIZES, at + len(leaves) // 32)]
    return levels[8] if len(levels) > 8 else b"", {size: (root_of(levels, size - at), places[size - at - 1 : size - at]) for size in ending}
def parts_of(file, end): # where the export can be cut for several to read: its name, beginning, end
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        while (start := end) < len(text):
            found = re.compile(rb"\n(?=tile\t|rest\n)").search(text, start + (1 << 22)); end = found.end() if found else len(text); yield file.name, start, end
def check_part(part): # what each event says of itself, with what is wrong; the tiles, and between them the events that no tile holds yet
    others, special, faults, pieces, (name, start, end) = [], [], [], [], part
    with open(name, "rb") as file, mmap.mmap(file.fileno(), end, access=mmap.ACCESS_READ) as text:
        text.seek(start)
        for count, line in enumerate(iter(text.readline, b""), 1):
            kind, *fields = line[:-1].split(b"\t")
            if kind in (b"tile", b"rest"): pieces.append((fields, places := [], leaves := []))
            elif kind == b"events": places.append(fields[0]); leaves.append(check_events(special, faults.append, *fields))
            elif kind == b"event": places.append(fields[0]); leaves.append(check_event(special, faults.append, *fields))
            else: others.append([field.decode() for field in (kind, *fields)])
    pieces = [(tile, b",".join(places), b"".join(leaves)) for tile, places, leaves in pieces]
    return count, others, [check_tile(*piece) if piece[0] else (None, None, None, None, piece[1:]) for piece in pieces], special, faults
def check_tile(tile, places, leaves): # its index, whether it is whole, what it gives; and all of it and its events where they are unlike
    index, (first, told, hashes) = int(tile[0]), tile[1:]; alike, positions = told == places and hashes == hexlify(leaves), told.split(b",")
    whole, hashes = positions[0] == first and len(positions) == 256 and len(hashes) == 64 * 256, leaves if alike else unhexlify(hashes)
    return index, whole, *sum_up(hashes.ljust(32 * 256, b"\0")[: 32 * 256], positions, 256 * index), () if alike else (told, tile[3], places, hexlify(leaves))
def check_events(special, say, places, kept, salts, *texts): # many at once: their leaves, then their contents
    n = len(texts) // 2; leaves, contents, salted, position = texts[:n], texts[n:], cut(unhexlify(salts), 16), lambda i: int(places.split(b",")[i])
    if not (n == len(contents) == places.count(b",") + 1 and len(salts) == 32 * n and len(kept) == 64 * n): raise ValueError(f"position {position(0)}: not as many of one as of another")
    pairs = [(hexlify(hashes_of(sha256(), map(concat, salted, contents))), b"".join([leaf[44:108] for leaf in leaves])), # {"at":"…24","content":"…64","id":…
             (hexlify(hashes := hashes_of(LEAF, leaves)), kept)]
    for i in range(n) if any(given != said for given, said in pairs) else []:
        if any(given[64 * i : 64 * i + 64] != said[64 * i : 64 * i + 64] for given, said in pairs): say(UNLIKE % position(i))
    special += [((position(i),), json.loads(leaf)["subject"], "announced") for i, leaf in enumerate(leaves) if leaf.endswith(ERASING)]
    return hashes
def check_event(special, say, position, kept, salt, leaf, content): # one that is erased, or of a version without salts, or damaged
    event, position, given = json.loads(leaf), int(position), leaf_hash(leaf)
    if not content: special.append(((position, event["content"]), event["id"], "erased"))
    elif sha(unhexlify(salt) + content).hex() != event["content"]: say(f"position {position}: the content is not what the leaf says")
    if kept == b"-" and salt: say(f"position {position}: its leaf is gone")
    elif kept not in (b"-", hexlify(given)): say(UNLIKE % position)
    if leaf.endswith(ERASING): special.append(((position,), event["subject"], "announced"))
    return given
def check_export(file, keys, saved, say):
    told, start, size = collections.defaultdict(list), 0, os.fstat(file.fileno()).st_size # what stands before the events
    for line in itertools.takewhile(lambda line: not line.startswith((b"tile\t", b"rest\n")), iter(file.readline, b"")):
        kind, *fields = line.decode().removesuffix("\n").split("\t"); told[kind].append(fields); start += len(line)
    if told["ledger"] != [["3"]]: return say("an export of another form than 3: make it again (npm run ledger -- export FILE)")
    heads, erasures = {int(row[0]): row for row in told["head"]}, {(int(row[0]), row[1]) for row in told["erasure"]}
    count, tops, known, special, ends = sum(map(len, told.values())), [], {0: (b"", [])}, [], [["end", *row] for row in told["end"]]
    unlike, places, leaves, sizes = [], [], bytearray(), sorted({*heads, *(note.size for note in saved)}); know(sizes)
    with concurrent.futures.ProcessPoolExecutor(initializer=know, initargs=[sizes]) if size > 4 << 20 else open(os.devnull) as pool:
        for lines, others, pieces, its_special, faults in getattr(pool, "map", map)(check_part, parts_of(file, start)):
            count += lines; special += its_special; ends += others; any(map(say, faults))
            for index, whole, top, its_heads, both in pieces:
                if index is None: places += filter(None, both[0].split(b",")); leaves += both[1]; continue
                if not whole or index != len(tops) or places: say(f"tile {index} is not whole, or stands where tile {len(tops)} should")
                unlike += [(256 * len(tops), *both)] if both else []; tops.append(top); known.update(its_heads)
    if ends != [["end", str(count - 1)]] or told.keys() - {"ledger", "key", "head", "node", "erasure", "end"}: say("the export is cut short, or has lines that do not belong there")
    for key in {row[0] for row in told["key"]} ^ set(keys): say(f"the list of keys differs from what you trust: {key}")
    compare(unlike, say); ordered, covered, size, tiles = sorted(heads), max(heads, default=0), 256 * len(tops) + len(leaves) // 32, len(tops)
    for i in range(0, len(leaves), 32 * 256):
        top, its_heads = sum_up(leaves[i : i + 32 * 256], places[i // 32 :][:256], 256 * len(tops)); known.update(its_heads); tops += [top] if top else []
    levels = grow(b"".join(tops)); roots = {wanted: root_of(levels, wanted >> 8, right if wanted & 255 else b"") for wanted, (right, _) in known.items()}
    check_heads(heads, ordered, known, size, roots, keys, say)
    for note in saved:
        if note.size > size: say(f"rolled back: the saved head has {note.size} leaves, here are {size}: leaves {size} to {note.size - 1} are gone")
        elif roots.get(note.size) != note.root: say(f"history before leaf {note.size} is not what the saved head signed")
        elif note.size not in heads: say(f"the saved head of {note.size} leaves is gone")
        elif json.loads(heads[note.size][5]) != note.text: say(f"head {note.size} is not the one that was saved")
        if not note.signed_by(keys): say(f"the saved head of {note.size} leaves is signed by none of the keys")
    nodes = {(int(row[0]), int(row[1])): row[2] for row in told["node"]}
    full = {(8 + level, i): levels[level][32 * i : 32 * i + 32].hex() for level in range(0, len(levels), 8) for i in range(min(covered >> 8 + level, len(levels[level]) // 32))}
    for level, i in sorted(place for place in full.keys() | nodes.keys() if nodes.get(place) != full.get(place)): say(f"node {level}/{i} is not what its leaves give")
    if tiles != covered // 256: say(f"{tiles} tiles for {covered} leaves: tiles from {min(tiles, covered // 256)} on are gone or too many")
    announced, erased = ({event_id: at for at, event_id, what in special if what == wanted} for wanted in ("announced", "erased"))
    for at in sorted(erasures ^ {*erased.values()}): say(f"an erasure names position {at[0]}, where nothing stands erased" if at in erasures else f"position {at[0]}: erased without its commitment")
    for event_id in sorted(announced.keys() ^ erased.keys()): say(f"position {erased.get(event_id, announced.get(event_id))[0]}: erased without an event that says so, or the other way round")
    return f"{covered} leaves under {len(ordered)} heads, {size - covered} not yet signed, {len(erasures)} erased"
def compare(unlike, say): # walks tiles and the rows that should be their leaves together: what is changed, gone, moved or too many
    expected = [(at + i, int(position), hashes[64 * i : 64 * i + 64]) for at, told, hashes, _, _ in unlike for i, position in enumerate(filter(None, told.split(b",")))]
    rows = [(int(position), leaves[64 * i : 64 * i + 64]) for *_, places, leaves in unlike for i, position in enumerate(filter(None, places.split(b",")))]; at, wrong = 0, []
    for index, position, leaf in expected:
        while at < len(rows) and rows[at][0] < position: say(f"position {rows[at][0]}: a row that never was in the ledger"); at += 1
        if at == len(rows) or rows[at][0] != position: say(f"leaf {index}: the row at position {position} is gone"); continue
        if rows[at][1] != leaf: wrong.append((index, position, rows[at][1], leaf))
        at += 1
    for row in rows[at:]: say(f"position {row[0]}: a row that never was in the ledger")
    homes = {leaf: index for index, _, _, leaf in wrong}
    for index, position, found, _ in wrong:
        say(f"leaf {index}, position {position}: " + (f"here stands what was leaf {homes[found]}" if found in homes else "the row was changed"))
def check_heads(heads, ordered, known, there, roots, keys, say):
    before, good = None, True
    for size in ordered:
        try: note = Note(json.loads((columns := heads[size])[5]))
        except ValueError: say(f"head {size} is not readable"); before = None; continue
        if (note.size, str(note.previous), note.root.hex(), note.time) != (size, columns[1], columns[3], columns[4]): say(f"head {size}: the row does not say what its note says")
        chained = note.previous == (before.size if before else 0) and note.chain == sha((before.text if before else "").encode())
        if not chained: say(f"head {size} does not follow {before.size if before else 'nothing'}: a head before it was changed or is gone")
        if (not chained or size == ordered[-1]) and not note.signed_by(keys): say(f"head {size} is signed by none of the keys")
        if size > there:
            good = good and say(f"leaves {before.size if before else 0} to {size - 1}: {size - there} of those that head {size} signed are gone")
        elif good and roots.get(size) != note.root: say(f"leaves {before.size if before else 0} to {size - 1} are not those that head {size} signed"); good = False
        elif known.get(size, (0, 0))[1] != [columns[2].encode()]: say(f"head {size}: position {columns[2]} is not that of leaf {size - 1}")
        before = note
def main():
    ask = argparse.ArgumentParser(usage=__doc__); ask.add_argument("--key", action="append", required=True)
    ask.add_argument("--head", action="append", default=[]); ask.add_argument("file", nargs="+"); given, faults = ask.parse_args(), 0
    saved = [Note(open(name, encoding="utf-8", newline="").read()) for name in given.head]
    for name in given.file:
        with open(name, "rb") as file:
            start, found = file.read(7), []; file.seek(0)
            try: summary = check_export(file, given.key, saved, found.append) if start == b"ledger\t" \
                else check_receipts(file.readlines() if name.endswith(".jsonl") else [file.read()], given.key, saved, found.append)
            except (ValueError, KeyError, IndexError, TypeError) as error: found.append(f"not readable: {error!r}")
        faults += len(found)
        for line in found or [f"holds{'' if summary is None else ': ' + summary}"]: print(f"{name}: {line}")
    return 1 if faults else 0
if __name__ == "__main__": sys.exit(main())
