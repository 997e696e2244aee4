// Where in its own message customs says something is wrong, as far as its prose says it.

/** Rejections name a field as `[GrossWet]` or a line as `商品序号1：`. */
export function fieldIn(text: string): { partnerField?: string; row?: number } {
  const field = /\[(\w{1,60})\]/.exec(text)?.[1];
  const line = /商品序号(\d+)/.exec(text)?.[1];
  return { ...(field ? { partnerField: field } : {}), ...(line ? { row: Number(line) - 1 } : {}) };
}
