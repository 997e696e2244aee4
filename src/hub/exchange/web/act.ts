// What the parts of the operator desk share.

/** Does something on the server, then asks for everything again; a refusal is shown at the top of the desk. */
export type Act = (path: string, body?: object) => void;
export const REFRESH_MS = 5000;
