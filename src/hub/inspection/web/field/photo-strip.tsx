// Photos of an inspection: taken here, made small here, and kept on the phone until they are with the server.
import { Button, Input } from 'antd';
import { type RefObject, useEffect, useState } from 'react';
import { objectName } from '../../../../web/kit.tsx';
import { useSay } from '../../../../web/language.tsx';
import { type FieldSheet, MOST_PHOTOS, type PhotoRecord, type RecordedFindings } from '../../contract.ts';
import { list, type Photo, put, remove } from './field-store.ts';
import { shrinkPhoto } from './shrink-photo.ts';

export function PhotoStrip({
  entryKey,
  sheet,
  record,
  frozen,
  change,
  latest,
}: {
  entryKey: string;
  sheet: FieldSheet;
  record: RecordedFindings;
  frozen: boolean;
  change: (next: RecordedFindings) => Promise<unknown>;
  /** The record as it is now: a photo may be ready long after it was taken. */
  latest: RefObject<RecordedFindings>;
}) {
  const say = useSay();
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const [busy, setBusy] = useState(0);
  const [unread, setUnread] = useState(0);
  const named = record.photos ?? [];
  const digests = named.map((one) => one.digest).join(' ');
  useEffect(() => {
    const isNamed = (photo: Photo) => digests.includes(photo.digest);
    void list('photos', `${entryKey} `).then((kept) => setPhotos(kept.filter(isNamed)));
  }, [entryKey, digests]);
  const add = async (files: readonly File[]) => {
    setBusy(files.length);
    setUnread(0);
    for (const file of files) {
      try {
        const photo = await shrinkPhoto(entryKey, file);
        const before = latest.current.photos ?? [];
        if (!before.some((one) => one.digest === photo.digest) && before.length < MOST_PHOTOS) {
          await put('photos', photo);
          await change({ ...latest.current, photos: [...before, { digest: photo.digest }] });
        }
      } catch {
        setUnread((n) => n + 1);
      }
      setBusy((n) => n - 1);
    }
  };
  const alter = (digest: string, more: Partial<PhotoRecord>) =>
    change({
      ...latest.current,
      photos: named.map((one) => (one.digest === digest ? without({ ...one, ...more }) : one)),
    });
  const drop = async (digest: string) => {
    await change({ ...latest.current, photos: named.filter((one) => one.digest !== digest) });
    await remove('photos', `${entryKey} ${digest}`);
  };
  return (
    <section className="card" aria-label={say('照片', 'Photos')}>
      <h2>
        {say('照片', 'Photos')} <span className="soft">{named.length}</span>
      </h2>
      {!frozen && (
        <div className="field">
          <label htmlFor="take-photo">
            {say('拍照或选取（在本机压缩）', 'Take or choose photos (made small here)')}
          </label>
          <input
            id="take-photo"
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              event.target.value = '';
              void add(files);
            }}
          />
        </div>
      )}
      <p role="status" className="soft">
        {busy > 0 && say(`正在处理 ${busy} 张`, `${busy} being made small`)}
        {unread > 0 && say(`${unread} 个文件不是可读的图片`, `${unread} files are no pictures that can be read`)}
      </p>
      <ul className="photo-strip">
        {named.map((one, i) => {
          const photo = photos.find((p) => p.digest === one.digest);
          return (
            <li key={one.digest} className="photo">
              {photo && <img src={photo.thumb} alt={one.caption ?? say(`照片 ${i + 1}`, `Photo ${i + 1}`)} />}
              <div className="photo-words">
                <Input
                  aria-label={say(`照片 ${i + 1} 说明`, `Caption of photo ${i + 1}`)}
                  placeholder={say('说明', 'Caption')}
                  maxLength={200}
                  value={one.caption ?? ''}
                  onChange={(e) => void alter(one.digest, { caption: e.target.value })}
                />
                <select
                  className="native"
                  aria-label={say(`照片 ${i + 1} 对象`, `What photo ${i + 1} shows`)}
                  value={one.objectId ?? ''}
                  onChange={(e) => void alter(one.digest, { objectId: e.target.value })}
                >
                  <option value="">{say('整个任务', 'The whole')}</option>
                  {sheet.inspection.objectIds.map((id) => (
                    <option key={id} value={id}>
                      {say(objectName(id))}
                    </option>
                  ))}
                </select>
                {!frozen && (
                  <Button
                    onClick={() => void drop(one.digest)}
                    aria-label={say(`移除照片 ${i + 1}`, `Remove photo ${i + 1}`)}
                  >
                    {say('移除', 'Remove')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Empty ones are not there. */
const without = (photo: PhotoRecord): PhotoRecord =>
  Object.fromEntries(Object.entries(photo).filter(([, value]) => value !== '')) as PhotoRecord;
