// Ways to a partner without TLS or SSH: whoever is between reads it and may change it (ASVS 12.3.1). There is no FTP at all.
const OPEN = /^(?:[a-z0-9]{1,10}\+)?http:$|^(?:nats|mqtt):$/;
export const isOpen = (url: string): boolean => URL.canParse(url) && OPEN.test(new URL(url).protocol);
