// The page that checks releases without network (P7), downloaded with today's key set and revocation list in it.
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { ProblemNote } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { ReleaseKeySet } from '../../../kernel/release-token.ts';
import type { RevocationListView } from '../contract.ts';

const PLACE = '{"keys":[],"list":null}';

async function download(): Promise<void> {
  const [page, { keys }, { list }] = await Promise.all([
    fetch('/verify-release.html').then((reply) => reply.text()),
    get<ReleaseKeySet>('/release-keys'),
    get<RevocationListView>('/release-revocations'),
  ]);
  const published = JSON.stringify({ keys, list }).replaceAll('<', '\\u003c');
  const file = new Blob([page.replace(PLACE, () => published)], { type: 'text/html' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = 'verify-release.html';
  link.click();
  URL.revokeObjectURL(link.href);
}

export function OfflinePage() {
  const say = useSay();
  const [problem, setProblem] = useState<unknown>();
  return (
    <>
      <Button
        onClick={() => {
          setProblem(undefined);
          download().catch(setProblem);
        }}
      >
        {say('下载离线核验页', 'Download the offline check page')}
      </Button>
      {problem !== undefined && <ProblemNote error={problem} />}
    </>
  );
}
