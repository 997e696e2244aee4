// What an authority found (P6): by line and box, seals, samples, photos, and whether it is signed. Photos are fetched when somebody asks for them.
import { Button } from 'antd';
import { useState } from 'react';
import { ApiProblem } from '../../../web/api.ts';
import { objectName, ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import { handlingCodes, type InspectionResult } from '../contract.ts';

const acts: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  found: ['查见', 'found'],
  cut: ['剪开', 'cut'],
  'put-on': ['新施加', 'put on'],
};

export function ResultDetails({ inspectionId, result: r }: { inspectionId: string; result: InspectionResult }) {
  const say = useSay();
  const handling = (code: string) => {
    const known = handlingCodes.find((one) => one.code === code);
    return known ? say(known.name) : code;
  };
  const where = ({ lineNumber, objectId }: { lineNumber?: string; objectId?: string }) =>
    [
      ...(lineNumber ? [say(`第 ${lineNumber} 项`, `line ${lineNumber}`)] : []),
      ...(objectId ? [say(objectName(objectId))] : []),
    ].join(' ');
  const lines = [
    ...(r.items ?? []).map((item) => [
      where(item),
      item.quantity,
      item.unit,
      handling(item.handlingCode),
      item.findings,
    ]),
    ...(r.seals ?? []).map((seal) => {
      const [zh, en] = acts[seal.act] ?? [seal.act, seal.act];
      return [say('封志', 'Seal'), say(objectName(seal.objectId)), say(zh, en), seal.number];
    }),
    ...(r.samples ?? []).map((sample) => [
      say('样品', 'Sample'),
      sample.number,
      where(sample),
      sample.what,
      `→ ${sample.laboratory}`,
    ]),
  ].map((words) => words.filter(Boolean).join(' '));
  if (lines.length === 0 && !r.photos && !r.signature) return null;
  return (
    <ul className="plain-list soft">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {r.signature && (
        <li>
          {r.signature.by === 'person' ? say('关员已签名', 'Signed by the officer') : say('已加盖电子印章', 'Sealed')} ·{' '}
          {say('证书', 'certificate')} {r.signature.serial.slice(0, 12)}…
        </li>
      )}
      {r.photos && <PhotoRow inspectionId={inspectionId} photos={r.photos} />}
    </ul>
  );
}

function PhotoRow({ inspectionId, photos }: { inspectionId: string; photos: NonNullable<InspectionResult['photos']> }) {
  const say = useSay();
  const [shown, setShown] = useState<readonly string[]>();
  const [problem, setProblem] = useState<unknown>();
  const show = () =>
    Promise.all(photos.map((photo) => readPhoto(`/api/v1/inspections/${inspectionId}/photos/${photo.digest}`)))
      .then(setShown)
      .catch(setProblem);
  return (
    <li>
      {problem !== undefined && <ProblemNote error={problem} />}
      {shown ? (
        <div className="photo-row">
          {photos.map((photo, i) => (
            <figure key={photo.digest}>
              <img src={shown[i]} alt={photo.caption ?? say(`照片 ${i + 1}`, `Photo ${i + 1}`)} />
              <figcaption>{photo.caption}</figcaption>
            </figure>
          ))}
        </div>
      ) : (
        <Button size="small" onClick={() => void show()}>
          {say(`照片 ${photos.length} 张`, `${photos.length} photos`)}
        </Button>
      )}
    </li>
  );
}

/** As data, because our policy lets pages show nothing else; only what begins as a picture. */
async function readPhoto(url: string): Promise<string> {
  const reply = await fetch(url);
  if (!reply.ok) throw new ApiProblem(await reply.json());
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const type = bytes[0] === 0xff && bytes[1] === 0xd8 ? 'image/jpeg' : 'image/png';
  const blob = new Blob([bytes], { type });
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error('FileReader'));
    reader.readAsDataURL(blob);
  });
}
