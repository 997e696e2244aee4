// The graph of a case with what manifests say (P5): under which bill a box lies and on which voyage the bill; in which box goods lie that the
// form left open. A manifest adds what is above the goods of a case, never goods: whose they are the form alone says. Pure, and the same
// for manifest before form and form before manifest. A box number comes again on another voyage with other goods, so a manifest is about a case
// where the bill is the form's own, or the voyage is.
import type { ControlledObject } from './contract.ts';
import { objectId } from './split-objects.ts';
import type { ManifestRow } from './store-manifests.ts';

const plain = (text: string): string => text.replace(/\s+/g, '').toUpperCase();

export function joinManifests(
  objects: readonly ControlledObject[],
  manifests: readonly ManifestRow[],
): ControlledObject[] {
  const byId = new Map(objects.map((o) => [o.id, o]));
  const filed = new Set(objects.filter((o) => o.facts.manifest !== 'true').map((o) => o.id));
  const conveyances = [...filed].filter((id) => id.startsWith('conveyance:'));
  const change = (id: string, within: readonly string[]) => {
    const object = byId.get(id);
    const more = within.filter((above) => above !== id && !object?.within.includes(above));
    if (object && more.length > 0) byId.set(id, { ...object, within: [...object.within, ...more] });
  };
  const { version = '1', since } = objects.find((o) => o.type === 'declaration')?.facts ?? {};
  const add = (type: 'bill' | 'conveyance', key: string): string => {
    const id = objectId(type, key);
    const label =
      type === 'bill'
        ? { zh: `提运单 ${key}（舱单）`, en: `Bill ${key} (by manifest)` }
        : { zh: `运输工具 ${key}（舱单）`, en: `Conveyance ${key} (by manifest)` };
    // Without the mode of the case: nobody must speak for it because of the manifest, but who speaks of it is heard.
    if (!byId.has(id))
      byId.set(id, {
        id,
        type,
        key: id.slice(type.length + 1),
        label,
        within: [],
        facts: { version, ...(since === undefined ? {} : { since }), manifest: 'true' },
      });
    return id;
  };
  for (const manifest of manifests) {
    const bill = objectId('bill', manifest.bill);
    const boxes = manifest.containers.map((box) => objectId('container', box)).filter((id) => byId.has(id));
    const conveyance = manifest.conveyance === null ? undefined : objectId('conveyance', manifest.conveyance);
    const isMeant = filed.has(bill) || (conveyance !== undefined && boxes.length > 0 && filed.has(conveyance));
    if (manifest.containers.length === 0 || !isMeant) continue;
    if (boxes.length > 0) add('bill', manifest.bill);
    for (const box of boxes) change(box, [bill]);
    // Two voyages of one case are a difference that the manifest's comparison tells; the form's own stands.
    if (manifest.conveyance && conveyance) {
      if (conveyances.length === 0) change(bill, [add('conveyance', manifest.conveyance)]);
      else if (conveyances.includes(conveyance)) change(bill, [conveyance]);
    }
    place(manifest, byId);
  }
  return [...byId.values()];
}

/** Goods that the form leaves open between boxes lie where the manifest says, where the description is one line's and one item's alone. */
function place(manifest: ManifestRow, byId: Map<string, ControlledObject>): void {
  const lines = [...byId.values()].filter((o) => o.type === 'goods-line');
  for (const item of manifest.items) {
    const name = plain(item.description);
    const meant = lines.filter((line) => plain(line.label.zh.replace(/^第 \S+ 项 ?/, '')) === name);
    const same = manifest.items.filter((other) => plain(other.description) === name);
    const [line] = meant;
    if (name === '' || meant.length !== 1 || same.length !== 1 || line === undefined) continue;
    const boxes = new Set(item.containers.map((box) => objectId('container', box)));
    const inside = line.within.filter((id) => id.startsWith('container:'));
    const kept = inside.filter((id) => boxes.has(id));
    if (line.facts.boxesOpen !== 'true' || kept.length === 0) continue;
    const left = new Set(inside.filter((id) => !kept.includes(id)));
    // Nor does it lie in a package of a box in which it does not lie.
    const isLeft = (id: string) => left.has(id) || byId.get(id)?.within.some((box) => left.has(box));
    byId.set(line.id, { ...line, within: line.within.filter((id) => !isLeft(id)) });
  }
}
