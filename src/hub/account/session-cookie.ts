// The cookie that carries a session: out of reach of scripts and other sites (ASVS 3.3).
import { sessionCookieName } from '../../runtime/http/guard.ts';

export const cookieOf = (token: string, maxAge: number, secure: boolean): string =>
  `${sessionCookieName(secure)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`;
