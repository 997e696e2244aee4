// The tariff by chapter, heading and subheading; the last level goes over into the search.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { get } from '../../../web/api.ts';
import { Shown } from '../../../web/kit.tsx';
import { useSay } from '../../../web/language.tsx';
import type { TariffNode } from '../contract.ts';

export function TariffTree({ day, choose }: { day: string; choose: (code: string) => void }) {
  const say = useSay();
  const [under, setUnder] = useState('');
  const nodes = useQuery({
    queryKey: ['reference', 'tree', under, day],
    queryFn: () => get<{ items: TariffNode[] }>(`/reference/tariff-tree?under=${under}${day ? `&day=${day}` : ''}`),
  });
  // A subheading of six digits is where the lines begin: those are shown by the search.
  const open = (code: string) => (code.length >= 6 ? choose(code) : setUnder(code));
  const above = [2, 4].filter((n) => n <= under.length).map((n) => under.slice(0, n));
  return (
    <>
      <nav className="bar" aria-label={say('税则层级', 'Tariff levels')}>
        <Button size="small" onClick={() => setUnder('')}>
          {say('全部章', 'All chapters')}
        </Button>
        {above.map((code) => (
          <Button key={code} size="small" onClick={() => setUnder(code)}>
            {code}
          </Button>
        ))}
      </nav>
      <Shown query={nodes} empty={(n) => n.items.length === 0}>
        {(n) => (
          <ul className="grid" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {n.items.map((node) => (
              <li key={node.code}>
                <Button
                  type="link"
                  size="small"
                  onClick={() => open(node.code)}
                  style={{ whiteSpace: 'normal', height: 'auto', textAlign: 'start' }}
                >
                  <code>{node.code}</code> {say(node.name)}
                  {node.code.length > 2 && node.lines > 1 ? say(' 等', ' and others') : ''}（{node.lines}）
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </>
  );
}
