// Buttons that lead to an identity provider: on the sign-in page, behind an invitation, in one's own account (P11).
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Bilingual } from '../../../kernel/bilingual.ts';
import { get, send } from '../../../web/api.ts';
import { useSay } from '../../../web/language.tsx';

type Provider = { readonly id: string; readonly name: Bilingual };
export const useProviders = () =>
  useQuery({
    queryKey: ['identity-providers'],
    queryFn: () => get<{ items: Provider[] }>('/identity-providers'),
    staleTime: 300_000,
  }).data?.items ?? [];

/** Leaves this page; what comes back is taken up by `provider-page.tsx`. */
export async function goTo(path: '/provider-sign-ins' | '/provider-links', body: object): Promise<void> {
  const { url } = await send<{ url: string }>('POST', path, body);
  location.assign(url);
}

export function ProviderButtons({
  words,
  disabled = false,
  go,
}: {
  words: (name: string) => string;
  disabled?: boolean;
  go: (provider: string) => void;
}) {
  const say = useSay();
  const providers = useProviders();
  if (providers.length === 0) return null;
  return (
    <p className="providers">
      {providers.map(({ id, name }) => (
        <Button key={id} disabled={disabled} onClick={() => go(id)}>
          {words(say(name))}
        </Button>
      ))}
    </p>
  );
}
