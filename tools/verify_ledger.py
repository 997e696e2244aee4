#!/usr/bin/env python3
"""Checks Portico's ledger without trusting Portico: receipts, signed tree heads and whole exports (RFC 9162 tree, Ed25519 notes).
Python's standard library only. Exit status 0: everything holds; 1: something does not, and where; 2: wrong usage.
  verify_ledger.py --key VERIFIER [--head NOTE]... FILE...
FILE is a receipt (JSON of GET /receipts/{id}) or an export (npm run ledger -- export FILE). --key is the verifier line you were
given once (GET /ledger/keys); --head is the note of a head you saved earlier: it must still be part of the history.
"""
import argparse, base64, functools, hashlib, json, re, sys

sha = lambda data: hashlib.sha256(data).digest()
leaf_hash = lambda data: hashlib.sha256(b"\0" + data).digest()
node_hash = lambda left, right: hashlib.sha256(b"\1" + left + right).digest()

# Ed25519 verification (RFC 8032 §5.1.7), points in extended coordinates.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
def add(a, b):
    A, B = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    C, E = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = B - A, E - C, E + C, B + A
    return (e * f % P, g * h % P, f * g % P, e * h % P)
def times(n, point):
    total = (0, 1, 1, 0)
    while n:
        if n & 1: total = add(total, point)
        point, n = add(point, point), n >> 1
    return total
def point_of(raw):
    y, sign = int.from_bytes(raw, "little") & (1 << 255) - 1, raw[31] >> 7
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P: x = x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign): raise ValueError("no point")
    if x & 1 != sign: x = P - x
    return (x, y, 1, x * y % P)
BASE = point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
@functools.lru_cache(4096)
def ed25519(key, signature, message):
    try: a, r = point_of(key), point_of(signature[:32])
    except ValueError: return False
    s = int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    return s < L and (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0

class Note: # a signed head: origin, size, root, the head before it, time; and whether one of the keys signed it
    def __init__(self, text):
        self.text, self.body = text, text[: text.find("\n\n") + 1]
        match = re.fullmatch(r"(\S+)\n(\d+)\n(\S{44})\nprevious (\d+) (\S{44})\ntime (\S+)\n", self.body)
        if not match: raise ValueError("not a signed head")
        self.origin, self.size, self.root = match[1], int(match[2]), base64.b64decode(match[3])
        self.previous, self.chain, self.time = int(match[4]), base64.b64decode(match[5]), match[6]
    def signed_by(self, verifiers):
        for line in self.text[len(self.body) + 1 :].split("\n"):
            match = re.fullmatch(r"— (\S+) (\S+)", line)
            for verifier in verifiers if match else []:
                name, key_id, key = verifier.split("+", 2)
                key, blob = base64.b64decode(key), base64.b64decode(match[2])
                right_id = sha(name.encode() + b"\n" + key)[:4]
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
    if content and sha(bytes.fromhex(content["salt"]) + content["text"].encode()).hex() != json.loads(leaf)["content"]:
        say("the content is not what the leaf commits to")
    if leaf_hash(leaf).hex() != receipt["leafHash"]: say("the leaf has another hash")
    if receipt["state"] == "pending": return say("not yet under a signed head: fetch it again")
    head = Note(receipt["head"]["note"])
    proof = [bytes.fromhex(part) for part in receipt["proof"]]
    if not head.signed_by(keys): say("its head is signed by none of the keys")
    if root_by_inclusion(receipt["index"], head.size, leaf_hash(leaf), proof) != head.root: say("the proof does not lead to the signed head")
    if any(note.size == head.size and note.root != head.root for note in saved): say(f"two heads of {head.size} leaves: the ledger has forked")

class Tree: # grows by leaves; knows its root at any moment, and the root of every full subtree of 256, 65536, … leaves
    def __init__(self): self.size, self.stack, self.full = 0, [], {}
    def append(self, leaf):
        level, index = 0, self.size
        while index & 1:
            leaf, level, index = node_hash(self.stack.pop(), leaf), level + 1, index >> 1
            if level % 8 == 0: self.full[(level, index)] = leaf
        self.stack.append(leaf)
        self.size += 1
    def root(self): return functools.reduce(lambda right, left: node_hash(left, right), reversed(self.stack)) if self.stack else sha(b"")

def check_export(lines, keys, saved, say):
    listed, heads, tiles, nodes, erasures, events = [], {}, [], {}, {}, []
    count, ended = 0, False
    for raw in lines:
        kind, *rest = raw.rstrip("\n").split("\t")
        if kind == "end": ended = int(rest[0]) == count
        elif kind == "key": listed.append(rest[0])
        elif kind == "head": heads[int(rest[0])] = rest
        elif kind == "tile": tiles.append(rest)
        elif kind == "node": nodes[(int(rest[0]), int(rest[1]))] = rest[2]
        elif kind == "erasure": erasures[int(rest[0])] = rest[1]
        elif kind == "event": events.append(check_event(rest, say))
        count += 1
    if not ended: say("the export is cut short")
    for key in set(listed) ^ set(keys): say(f"the list of keys differs from what you trust: {key}")
    # What the tiles say stands where; after the last tile the events themselves, in their order.
    expected = []
    for i, (index, first, positions, hashes) in enumerate(tiles):
        positions = [int(p) for p in positions.split(",")] if positions else []
        if int(index) != i or len(positions) != 256 or len(hashes) != 256 * 64 or int(first) != positions[0]:
            say(f"tile {index} is not whole, or stands where tile {i} should")
        expected += [(p, bytes.fromhex(hashes[64 * k : 64 * k + 64])) for k, p in enumerate(positions)]
    last = expected[-1][0] if expected else -(2**63)
    compare(expected, events, last, say)
    tree, roots, ordered = Tree(), {0: sha(b"")}, sorted(heads)
    wanted = set(ordered) | {note.size for note in saved}
    places = expected + [(e[0], e[1]) for e in events if e[0] > last]
    for place, leaf in places:
        tree.append(leaf)
        if tree.size in wanted: roots[tree.size] = tree.root()
    check_heads(heads, ordered, places, roots, keys, say)
    for note in saved:
        if note.size > tree.size: say(f"rolled back: the saved head has {note.size} leaves, here are {tree.size}: leaves {tree.size} to {note.size - 1} are gone")
        elif roots.get(note.size) != note.root: say(f"history before leaf {note.size} is not what the saved head signed")
        elif note.size not in heads: say(f"the saved head of {note.size} leaves is gone")
        elif json.loads(heads[note.size][5]) != note.text: say(f"head {note.size} is not the one that was saved")
        if not note.signed_by(keys): say(f"the saved head of {note.size} leaves is signed by none of the keys")
    covered = ordered[-1] if ordered else 0
    full = {place: value for place, value in tree.full.items() if (place[1] + 1) << place[0] <= covered}
    for place in full.keys() | nodes.keys():
        if nodes.get(place) != (full[place].hex() if place in full else None): say(f"node {place[0]}/{place[1]} is not what its leaves give")
    if len(tiles) != covered // 256: say(f"{len(tiles)} tiles for {covered} leaves: tiles from {min(len(tiles), covered // 256)} on are gone or too many")
    announced = {e[3] for e in events if e[4]}
    for position, _, _, _, _, erased, event_id in events:
        if erased != (position in erasures) or erased != (event_id in announced): say(f"position {position}: erased without an event that says so, or the other way round")
    for position in erasures.keys() - {e[0] for e in events}: say(f"an erasure names position {position}, where nothing stands")
    return f"{covered} leaves under {len(ordered)} heads, {tree.size - covered} not yet signed, {len(erasures)} erased"

def check_event(fields, say):
    position, kept, salt, leaf, content = fields
    parts = json.loads(leaf)
    digest, erased = leaf_hash(leaf.encode()), content == ""
    if not erased and sha(bytes.fromhex(salt) + content.encode()).hex() != parts["content"]: say(f"position {position}: the content is not what the leaf says")
    if kept != "-" and kept != digest.hex(): say(f"position {position}: the row does not give the leaf that was written with it")
    if kept == "-" and salt: say(f"position {position}: its leaf is gone")
    return int(position), digest, kept, parts["subject"], parts["type"] == "content.erased", erased, parts["id"]

def compare(expected, events, last, say): # walks tiles and rows together: what is changed, gone, moved or too many
    rows, at, wrong = [e for e in events if e[0] <= last], 0, []
    for index, (position, leaf) in enumerate(expected):
        while at < len(rows) and rows[at][0] < position:
            say(f"position {rows[at][0]}: a row that never was in the ledger"); at += 1
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
        columns = heads[size]
        try: note = Note(json.loads(columns[5]))
        except ValueError: say(f"head {size} is not readable"); before = None; continue
        if (note.size, str(note.previous), note.root.hex(), note.time) != (size, columns[1], columns[3], columns[4]): say(f"head {size}: the row does not say what its note says")
        chained = note.previous == (before.size if before else 0) and note.chain == sha((before.text if before else "").encode())
        if not chained: say(f"head {size} does not follow {before.size if before else 'nothing'}: a head before it was changed or is gone")
        if (not chained or size == ordered[-1]) and not note.signed_by(keys): say(f"head {size} is signed by none of the keys")
        if size > len(places):
            if good: say(f"leaves {before.size if before else 0} to {size - 1}: {size - len(places)} of those that head {size} signed are gone")
            good = False
        elif good and roots[size] != note.root: say(f"leaves {before.size if before else 0} to {size - 1} are not those that head {size} signed"); good = False
        elif places[size - 1][0] != int(columns[2]): say(f"head {size}: position {columns[2]} is not that of leaf {size - 1}")
        before = note

def main():
    ask = argparse.ArgumentParser(usage=__doc__)
    ask.add_argument("--key", action="append", required=True); ask.add_argument("--head", action="append", default=[]); ask.add_argument("file", nargs="+")
    given, faults = ask.parse_args(), 0
    saved = [Note(open(name, encoding="utf-8", newline="").read()) for name in given.head]
    for name in given.file:
        found = []
        with open(name, encoding="utf-8", newline="") as file:
            start = file.read(7); file.seek(0)
            try: summary = check_export(file, given.key, saved, found.append) if start == "ledger\t" else check_receipt(json.load(file), given.key, saved, found.append)
            except (ValueError, KeyError, IndexError, TypeError) as error: found.append(f"not readable: {error!r}")
        faults += len(found)
        for line in found or [f"holds{'' if summary is None else ': ' + summary}"]: print(f"{name}: {line}")
    return 1 if faults else 0

if __name__ == "__main__": sys.exit(main())
