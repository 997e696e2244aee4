// Carrying something over a table by mouse, pen or finger. Pointer events and not the browser's own drag and drop: that has none by
// touch, Firefox starts none on a button, and Chrome ends one when the page changes under it, as the board does.
import { type CSSProperties, type PointerEvent, useState } from 'react';

/** A press that moves less than this is a click. */
const CARRY_PX = 6;
type Held = { readonly x: number; readonly y: number; readonly dx: number; readonly dy: number; readonly far: boolean };

/**
 * `lift` is told once when it leaves its place; `over` of whatever lies under it, undefined at the end; `drop` where it is let go. A
 * gesture that the browser takes back (a scroll, a lost pointer) drops nothing.
 */
export function useCarry(of: {
  readonly lift: () => void;
  readonly over: (below: Element | undefined) => void;
  readonly drop: (below: Element | undefined) => void;
}) {
  const [held, setHeld] = useState<Held>();
  const below = (event: PointerEvent) => document.elementFromPoint(event.clientX, event.clientY) ?? undefined;
  const letGo = () => {
    setHeld(undefined);
    of.over(undefined);
  };
  const style: CSSProperties = held?.far
    ? { transform: `translate(${held.dx}px, ${held.dy}px)`, transition: 'none', pointerEvents: 'none', zIndex: 1 }
    : {};
  return {
    style: { touchAction: 'none', ...style } satisfies CSSProperties,
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || !event.isPrimary) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setHeld({ x: event.clientX, y: event.clientY, dx: 0, dy: 0, far: false });
    },
    onPointerMove(event: PointerEvent) {
      if (!held) return;
      const dx = event.clientX - held.x;
      const dy = event.clientY - held.y;
      const far = held.far || Math.hypot(dx, dy) > CARRY_PX;
      if (far && !held.far) of.lift();
      setHeld({ ...held, dx, dy, far });
      if (far) of.over(below(event));
    },
    onPointerUp(event: PointerEvent) {
      if (held?.far) of.drop(below(event));
      letGo();
    },
    onPointerCancel: letGo,
  };
}
