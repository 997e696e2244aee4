// Ways to a partner without TLS or SSH: whoever is between reads it and may change it (ASVS 12.3.1). There is no FTP at all.
const openSchemes: readonly string[] = ['http:', 'pull+http:', 'soap+http:', 'soap11+http:', 'nats:', 'mqtt:'];
export const isOpen = (url: string): boolean => URL.canParse(url) && openSchemes.includes(new URL(url).protocol);
