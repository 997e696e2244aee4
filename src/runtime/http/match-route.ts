// Which route a path belongs to: for "method not allowed" and for holding replies to their schema in tests.
import type { RouteDefinition } from './route.ts';

export type PlacedRoute = { readonly module: string; readonly route: RouteDefinition };

/** Static steps are preferred to parameters, as in the router: `/shipments/import` before `/shipments/:id`. */
export function matchRoutes(routes: readonly PlacedRoute[], path: string): PlacedRoute[] {
  const steps = path.split('/');
  const fitting = routes.filter(({ route }) => {
    const pattern = route.path.split('/');
    return (
      pattern.length === steps.length && pattern.every((p, i) => (p.startsWith(':') ? steps[i] !== '' : p === steps[i]))
    );
  });
  const parameters = ({ route }: PlacedRoute) => route.path.split(':').length;
  const fewest = Math.min(...fitting.map(parameters));
  return fitting.filter((placed) => parameters(placed) === fewest);
}
