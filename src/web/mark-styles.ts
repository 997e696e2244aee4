// The content policy lets no style into the page but those that bear the number the server gave this page. antd's own bear it by
// ConfigProvider; what its parts write besides (the lock on scrolling behind a dialog, the measure of a scroll bar) has no such setting.
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';

/** Styles that our own scripts make bear the number; what comes in as text never passes here. */
export function markStyles(): void {
  const create = document.createElement.bind(document) as (
    name: string,
    options?: ElementCreationOptions,
  ) => HTMLElement;
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  }) as typeof document.createElement;
}
