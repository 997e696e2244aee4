// The cookie that carries a session: out of reach of scripts and other sites (ASVS 3.3).
export const cookieOf = (token: string, maxAge: number, secure: boolean): string =>
  `portico_session=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? '; Secure' : ''}`;
