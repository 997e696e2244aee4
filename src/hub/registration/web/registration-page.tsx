// An organisation registers itself (P11; SC 22), without an account; the link it gets leads back here and says what was decided.
import { useState } from 'react';
import { ApplicationForm } from './application-form.tsx';
import { ApplicationStatus } from './application-status.tsx';

export default function RegistrationPage() {
  const [token, setToken] = useState(() => (/^#[\w-]{43}$/.test(location.hash) ? location.hash.slice(1) : ''));
  if (token)
    return (
      <ApplicationStatus
        token={token}
        again={() => {
          history.replaceState(null, '', location.pathname);
          setToken('');
        }}
      />
    );
  return (
    <ApplicationForm
      applied={(given) => {
        // The address of this page is the link: it can be kept as a bookmark, and is sent to no server.
        history.replaceState(null, '', `${location.pathname}#${given}`);
        setToken(given);
      }}
    />
  );
}
