#!/usr/bin/env python3
"""Recomputes the proof of a Portico draw (decision 0029) without trusting Portico. Python's standard library only; written apart from the TypeScript.
  verify_draw.py [--key VERIFIER]... FILE_OR_URL
FILE_OR_URL is the JSON of GET /draw-proofs/{number}; --key is the line of GET /ledger/keys that you were given once: without it the signatures of the
ledger's heads are not checked. Exit status 0: everything holds; 1: something does not, and what; 2: wrong usage.
"""
import argparse, json, os, re, sys, urllib.request
from hashlib import sha256
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True
from verify_ledger import Note, leaf_hash, root_by_inclusion

FORMATS, HEX = ("portico-draw-1", "portico-draw-2"), re.compile(r"[0-9a-f]{64}")
UNITS = ("container", "package", "express-parcel", "mail", "bill")  # what the second format draws one by one; the first draws cases

class Fault(Exception): pass

def need(holds, what):
    if not holds: raise Fault(what)

def canonical(value):  # RFC 8785 for what stands in a proof: no fractions
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

def commitment(form, kind, *lines):
    return sha256("".join(line + "\n" for line in (f"{form}/{kind}", *lines)).encode()).hexdigest()

def words(seed, label):
    block = 0
    while True:
        digest = sha256(bytes.fromhex(seed) + label.encode() + b"\0" + block.to_bytes(8, "big")).digest()
        for at in range(0, 32, 4):
            yield int.from_bytes(digest[at : at + 4], "big")
        block += 1

def shuffled(seed, label, items):
    stream, order = words(seed, label), list(items)
    for at in range(len(order) - 1):
        left = len(order) - at
        word = next(w for w in stream if w < 2**32 - 2**32 % left)
        chosen = at + word % left
        order[at], order[chosen] = order[chosen], order[at]
    return order

def count_of(size, quantity):
    need(("count" in quantity) != ("percent" in quantity), "the rule gives no quantity")
    if "count" in quantity:
        need(type(quantity["count"]) is int and quantity["count"] > 0, "the rule gives no quantity")
        return min(quantity["count"], size)
    match = re.fullmatch(r"([0-9]{1,3})(?:\.([0-9]{1,2}))?", quantity["percent"])
    need(match, "the rule gives no quantity")
    hundredths = int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))
    need(1 <= hundredths <= 10000, "the rule gives no quantity")
    return -(-size * hundredths // 10000)

def check_draw(proof):
    form = proof["format"]
    need(form == FORMATS["unit" in proof["rule"]], "it has another format")
    need(form == FORMATS[0] or proof["rule"]["unit"] in UNITS, "it draws something unknown")
    need("population" in proof, "the population is not frozen")
    population, rule = proof["population"], proof["rule"]
    targets, officers = population["targets"], population["officers"]
    for lots in (targets, officers):
        names = [lot["commitment"] for lot in lots]
        need(all(HEX.fullmatch(name) for name in names) and names == sorted(set(names)), "commitments are out of order")
    lots = lambda some: [{"commitment": lot["commitment"], "sites": lot["sites"]} for lot in some]
    text = canonical(
        {key: proof[key] for key in ("number", "authority", "demonstration", "rule", "commitment")}
        | {"format": form, "targets": lots(targets), "officers": lots(officers)}
    )
    need(sha256(text.encode()).hexdigest() == population["digest"], "population and rule have another digest")
    given, wanted = proof["contributions"], sorted(rule["contributors"])
    need(wanted and sorted(set(wanted)) == wanted and proof["authority"] not in wanted, "the rule names wrong contributors")
    need(sorted(one["authority"] for one in given) == wanted, "nonces are not of those whom the rule names")
    need(all(HEX.fullmatch(one["nonce"]) for one in given), "a nonce is none")
    need("reveal" in proof, "the secret is not revealed")
    reveal = proof["reveal"]
    need(HEX.fullmatch(reveal["secret"]), "the secret is none")
    need(commitment(form, "secret", reveal["secret"]) == proof["commitment"], "the secret is not what was committed to")
    nonces = sorted(f"{one['authority']} {one['nonce']}" for one in given)
    seed = commitment(form, "seed", reveal["secret"], population["digest"], *nonces)
    need(seed == reveal["seed"], "the seed does not follow")
    order, count = shuffled(seed, "targets", targets), count_of(len(targets), rule["quantity"])
    chosen, passed = [], []
    for lot in order:
        if len(chosen) == count: break
        (passed if lot["commitment"] in reveal["passedOver"] else chosen).append(lot)
    need([lot["commitment"] for lot in passed] == reveal["passedOver"], "others were passed over")
    need([lot["commitment"] for lot in chosen] == [one["target"] for one in reveal["drawn"]], "other targets follow")
    for number, (lot, one) in enumerate(zip(chosen, reveal["drawn"]), 1):
        able = [officer for officer in officers if set(officer["sites"]) & set(lot["sites"])]
        standing = [officer["commitment"] for officer in shuffled(seed, "officers " + lot["commitment"], able)]
        sent = one["officers"]
        need([who["officer"] for who in sent] == standing[: len(sent)] and bool(sent) == bool(standing), f"other officers follow for target {number}")
        for place, who in enumerate(sent, 1):
            need(("replaced" in who) == (place < len(sent)), f"target {number}: who was replaced is not who stands before the last")

def check_evidence(name, evidence, kind, at, says, before, subject, keys):
    need(evidence is not None, f"{name}: no evidence")
    leaf = json.loads(evidence["leaf"])
    need(leaf["type"] == kind and leaf["at"] == at and subject in (None, leaf["subject"]), f"{name}: the ledger recorded something else")
    if says is not None:
        content = evidence["content"]
        digest = sha256(bytes.fromhex(content["salt"]) + content["text"].encode()).hexdigest()
        need(digest == leaf["content"], f"{name}: the content is not what the leaf commits to")
        payload = json.loads(content["text"])["payload"]
        need(canonical(payload) == canonical(says | {"drawId": leaf["subject"]}), f"{name}: the ledger recorded other content")
    need("note" in evidence and "index" in evidence, f"{name}: not yet under a signed head")
    head, proof = Note(evidence["note"]), [bytes.fromhex(part) for part in evidence["proof"]]
    root = root_by_inclusion(evidence["index"], head.size, leaf_hash(evidence["leaf"].encode()), proof)
    need(evidence["index"] < head.size and root == head.root, f"{name}: the proof does not lead to the signed head")
    need(not keys or head.signed_by(keys), f"{name}: its head is signed by none of the keys")
    need(evidence["index"] > before, f"{name}: it stands in another order in the ledger")
    return evidence["index"], leaf["subject"]

def check_ledger(proof, keys):
    evidence, population, reveal = proof["evidence"], proof["population"], proof["reveal"]
    known, head = {"number": proof["number"]}, ("authority", "rule", "commitment")
    says = known | {key: proof[key] for key in head}
    at, subject = check_evidence("commitment", evidence.get("committed"), "draw.committed", proof["committedAt"], says, -1, None, keys)
    says = known | {"digest": population["digest"]} | {key: len(population[key]) for key in ("targets", "officers")}
    at, subject = check_evidence("population", evidence.get("frozen"), "draw.frozen", population["frozenAt"], says, at, subject, keys)
    given = proof["contributions"]
    need(len(evidence["contributed"]) == len(given), "nonces: no evidence")
    places = [check_evidence("nonce", shown, "draw.contributed", one["at"], None, at, subject, keys)[0] for shown, one in zip(evidence["contributed"], given)]
    says = known | {key: reveal[key] for key in ("secret", "seed", "passedOver")} | {"digest": population["digest"], "drawn": len(reveal["drawn"])}
    says["nonces"] = [{key: one[key] for key in ("authority", "nonce")} for one in given]
    at, subject = check_evidence("reveal", evidence.get("revealed"), "draw.revealed", reveal["revealedAt"], says, max(places), subject, keys)
    replaced = [(one["target"], who) for one in reveal["drawn"] for who in one["officers"] if "replaced" in who]
    need(len(evidence["replaced"]) == len(replaced), "replacements: no evidence, or of others")
    shown = {(p["target"], p["officer"]): e for e in evidence["replaced"] for p in [json.loads(e["content"]["text"])["payload"]]}
    for target, who in replaced:
        says, found = known | {"target": target, "officer": who["officer"], "kind": who["replaced"]}, shown.get((target, who["officer"]))
        check_evidence("replacement", found, "draw.officer-replaced", found and json.loads(found["leaf"])["at"], says, at, subject, keys)

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--key", action="append", default=[])
    parser.add_argument("source")
    arguments = parser.parse_args()
    try:
        is_url = re.match(r"https?://", arguments.source)
        with (urllib.request.urlopen(arguments.source) if is_url else open(arguments.source, "rb")) as file:
            text = file.read()
    except OSError as error:
        sys.exit(print(error, file=sys.stderr) or 2)
    try:
        proof = json.loads(text)
        check_draw(proof)
        check_ledger(proof, arguments.key)
    except (Fault, KeyError, TypeError, ValueError, AttributeError) as fault:
        print(f"does not hold: {fault if isinstance(fault, Fault) else repr(fault)}")
        sys.exit(1)
    print("everything holds" + ("" if arguments.key else "; without --key the signatures of heads are not checked"))
