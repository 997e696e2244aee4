#!/usr/bin/env python3
"""Checks Portico's ledger without trusting Portico: receipts, signed tree heads and whole exports (RFC 9162 tree, Ed25519 notes).
Python's standard library only. Exit status 0: everything holds; 1: something does not, and where; 2: wrong usage.
  verify_ledger.py --key VERIFIER [--head NOTE]... FILE...
FILE is a receipt (JSON of GET /receipts/{id}), a .jsonl of them (npm run ledger -- bundle …) or an export (npm run ledger -- export FILE). --key is the verifier line you were
given once (GET /ledger/keys); --head is the note of a head you saved earlier: it must still be part of the history.
"""
import argparse, base64, functools, itertools, json, mmap, multiprocessing, os, re, sys
from array import array; from binascii import hexlify, unhexlify; from hashlib import sha256, sha512
sha = lambda data: sha256(data).digest()
leaf_hash = lambda data: sha256(b"\0" + data).digest()
node_hash = lambda left, right: sha256(b"\1" + left + right).digest()
# Ed25519 verification (RFC 8032 §5.1.7), points in extended coordinates.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
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
def grow(leaves): # the hashes of all full subtrees, level by level, each level one text of 32 bytes a hash
    levels = [leaves]
    while len(below := levels[-1]) >= 64:
        levels.append(b"".join([sha256(b"\1" + below[i : i + 64]).digest() for i in range(0, len(below) - 63, 64)]))
    return levels
def grow_all(leaves, each): # the same by aligned subtrees of 2^14 leaves, side by side; then what is above them
    parts = each(grow, [leaves[i : i + (32 << 14)] for i in range(0, len(leaves), 32 << 14)])
    levels = [b"".join(level) for level in itertools.zip_longest(*parts, fillvalue=b"")] or [b""]
    return levels[:14] + grow(levels[14]) if len(levels) > 14 else levels
def root_of(levels, size): # a full subtree for each bit of the size, from the right; the one of a bit stands behind those of higher bits
    parts = [levels[level][(size >> level + 1 << 1) * 32 :][:32] for level in range(size.bit_length()) if size >> level & 1]
    return functools.reduce(lambda right, left: node_hash(left, right), parts) if parts else sha(b"")
def parts_of(file): # where the export can be cut for several to read: its name, beginning, end
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as text:
        end, begins = 0, re.compile(rb"\n(?=events?\t|tile\t)")
        while (start := end) < len(text):
            end = cut.end() if (cut := begins.search(text, start + (1 << 18))) else len(text)
            yield file.name, start, end
def check_part(part): # what each event says of itself; other lines are handed on
    with open(part[0], "rb") as file: file.seek(part[1]); lines = file.read(part[2] - part[1]).removesuffix(b"\n").split(b"\n")
    at, others, positions, hashes, special, faults = 0, [], array("q"), [], [], []
    while at < len(lines):
        kind, *fields = lines[at].split(b"\t"); at += 1
        if kind == b"events": # many at once: their leaves and contents are the lines that follow
            places = array("q", map(int, fields[0].split(b","))); n = len(places); positions += places
            hashes.append(check_events(places, *fields[1:], lines[at : at + n], lines[at + n : at + 2 * n], special, faults.append)); at += 2 * n
        elif kind == b"event": positions.append(int(fields[0])); hashes.append(check_event(*fields, special, faults.append))
        elif kind == b"tile": others.append(("tile", *map(int, fields[:2]), array("q", map(int, filter(None, fields[2].split(b",")))), unhexlify(fields[3])))
        else: others.append([field.decode() for field in (kind, *fields)])
    return len(lines), others, positions, b"".join(hashes), special, faults
UNLIKE, ERASING = "position %d: the row does not give the leaf that was written with it", b'"type":"content.erased","v":1}'
def check_events(places, kept, salts, leaves, contents, special, say): # the commitment is put into each leaf as the content gives it
    salts = unhexlify(salts); salted = zip(range(0, len(salts), 16), contents, strict=True)
    told = [hexlify(sha256(salts[i : i + 16] + content).digest()) for i, content in salted]
    whole = [leaf[:44] + commitment + leaf[44:] for leaf, commitment in zip(leaves, told, strict=True)] # {"at":"…24","content":"HERE","id":…
    hashes = b"".join([sha256(b"\0" + leaf).digest() for leaf in whole]); found = hexlify(hashes)
    for i in [i for i in range(0, len(found), 64) if found[i : i + 64] != kept[i : i + 64]] if found != kept else []: say(UNLIKE % places[i // 64])
    special += [(place, json.loads(leaf)["subject"], "announced") for place, leaf in zip(places, leaves, strict=True) if leaf.endswith(ERASING)]
    return hashes
def check_event(position, kept, salt, leaf, content, special, say): # one that is erased, or of a version without salts, or damaged
    event, position, given = json.loads(leaf), int(position), leaf_hash(leaf)
    if not content: special.append((position, event["id"], "erased"))
    elif sha(unhexlify(salt) + content).hex() != event["content"]: say(f"position {position}: the content is not what the leaf says")
    if kept == b"-" and salt: say(f"position {position}: its leaf is gone")
    elif kept not in (b"-", hexlify(given)): say(UNLIKE % position)
    if leaf.endswith(ERASING): special.append((position, event["subject"], "announced"))
    return given
def check_export(file, keys, saved, say):
    with multiprocessing.Pool() if os.fstat(file.fileno()).st_size > 4 << 20 else open(os.devnull) as pool:
        return check_parts(parts_of(file), keys, saved, say, getattr(pool, "imap", map))
def check_parts(parts, keys, saved, say, each): # `each` is map, or does the same in several processes
    found, positions, leaves, special, count = {}, array("q"), [], [], 0
    for lines, others, its_positions, its_leaves, its_special, faults in each(check_part, parts):
        positions += its_positions; leaves.append(its_leaves); special += its_special; count += lines; any(map(say, faults))
        for kind, *rest in others: found.setdefault(kind, []).append(rest)
    keyed = lambda kind, key, value: {key(row): value(row) for row in found.get(kind, [])}
    heads, erasures = keyed("head", lambda row: int(row[0]), list), keyed("erasure", lambda row: int(row[0]), lambda row: row[1])
    nodes, tiles = keyed("node", lambda row: (int(row[0]), int(row[1])), lambda row: row[2]), found.get("tile", []); leaves = b"".join(leaves)
    if found.get("end") != [[str(count - 1)]]: say("the export is cut short")
    for key in {row[0] for row in found.get("key", [])} ^ set(keys): say(f"the list of keys differs from what you trust: {key}")
    expected, hashes = array("q"), [] # what the tiles say stands where; after the last tile the events themselves, in their order
    for i, (index, first, places, its_hashes) in enumerate(tiles):
        if index != i or len(places) != 256 or len(its_hashes) != 256 * 32 or first != places[0]: say(f"tile {index} is not whole, or stands where tile {i} should")
        expected += places; hashes.append(its_hashes.ljust(32 * len(places), b"\0")[: 32 * len(places)])
    hashes, n = b"".join(hashes), len(expected)
    if expected != positions[:n] or hashes != leaves[: 32 * n]: compare(expected, hashes, positions, leaves, say)
    beyond = n if expected == positions[:n] else next((i for i, p in enumerate(positions) if p > expected[-1]), len(positions))
    places, levels = expected + positions[beyond:], grow_all(hashes + leaves[32 * beyond :], each)
    size, ordered, covered = len(places), sorted(heads), max(heads, default=0)
    roots = {wanted: root_of(levels, wanted) for wanted in {0, *heads, *(note.size for note in saved)} if wanted <= size}
    check_heads(heads, ordered, places, roots, keys, say)
    for note in saved:
        if note.size > size: say(f"rolled back: the saved head has {note.size} leaves, here are {size}: leaves {size} to {note.size - 1} are gone")
        elif roots.get(note.size) != note.root: say(f"history before leaf {note.size} is not what the saved head signed")
        elif note.size not in heads: say(f"the saved head of {note.size} leaves is gone")
        elif json.loads(heads[note.size][5]) != note.text: say(f"head {note.size} is not the one that was saved")
        if not note.signed_by(keys): say(f"the saved head of {note.size} leaves is signed by none of the keys")
    full = {(level, i): levels[level][32 * i : 32 * i + 32].hex() for level in range(8, len(levels), 8) for i in range(covered >> level) if 32 * i < len(levels[level])}
    for place in full.keys() | nodes.keys():
        if nodes.get(place) != full.get(place): say(f"node {place[0]}/{place[1]} is not what its leaves give")
    if len(tiles) != covered // 256: say(f"{len(tiles)} tiles for {covered} leaves: tiles from {min(len(tiles), covered // 256)} on are gone or too many")
    announced, erased = ({event_id: position for position, event_id, what in special if what == wanted} for wanted in ("announced", "erased"))
    for position in sorted({*erasures} ^ {*erased.values()}): say(f"an erasure names position {position}, where nothing stands erased" if position in erasures else f"position {position}: erased without its commitment")
    for event_id in sorted(announced.keys() ^ erased.keys()): say(f"position {erased.get(event_id, announced.get(event_id))}: erased without an event that says so, or the other way round")
    return f"{covered} leaves under {len(ordered)} heads, {size - covered} not yet signed, {len(erasures)} erased"
def compare(expected, hashes, positions, leaves, say): # walks tiles and rows together: what is changed, gone, moved or too many
    last, at, wrong = expected[-1], 0, []
    rows = [(p, leaves[32 * i : 32 * i + 32]) for i, p in enumerate(positions) if p <= last]
    for index, position in enumerate(expected):
        leaf = hashes[32 * index : 32 * index + 32]
        while at < len(rows) and rows[at][0] < position: say(f"position {rows[at][0]}: a row that never was in the ledger"); at += 1
        if at == len(rows) or rows[at][0] != position: say(f"leaf {index}: the row at position {position} is gone"); continue
        if rows[at][1] != leaf: wrong.append((index, position, rows[at][1], leaf))
        at += 1
    for row in rows[at:]: say(f"position {row[0]}: a row that never was in the ledger")
    homes = {leaf: index for index, _, _, leaf in wrong}
    for index, position, found, _ in wrong:
        say(f"leaf {index}, position {position}: " + (f"here stands what was leaf {homes[found]}" if found in homes else "the row was changed"))
def check_heads(heads, ordered, places, roots, keys, say):
    before, good = None, True
    for size in ordered:
        try: note = Note(json.loads((columns := heads[size])[5]))
        except ValueError: say(f"head {size} is not readable"); before = None; continue
        if (note.size, str(note.previous), note.root.hex(), note.time) != (size, columns[1], columns[3], columns[4]): say(f"head {size}: the row does not say what its note says")
        chained = note.previous == (before.size if before else 0) and note.chain == sha((before.text if before else "").encode())
        if not chained: say(f"head {size} does not follow {before.size if before else 'nothing'}: a head before it was changed or is gone")
        if (not chained or size == ordered[-1]) and not note.signed_by(keys): say(f"head {size} is signed by none of the keys")
        if size > len(places):
            good = good and say(f"leaves {before.size if before else 0} to {size - 1}: {size - len(places)} of those that head {size} signed are gone")
        elif good and roots[size] != note.root: say(f"leaves {before.size if before else 0} to {size - 1} are not those that head {size} signed"); good = False
        elif places[size - 1] != int(columns[2]): say(f"head {size}: position {columns[2]} is not that of leaf {size - 1}")
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
