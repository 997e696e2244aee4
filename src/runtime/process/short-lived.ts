// Import before anything else. V8 may decide that what some line allocates lives long, and allocate it among the old from then on; a load of
// many modules just before makes it think so of whatever is read first. The trees of messages then lie among the old until the next
// full collection, with every young string they point to: reading XML took twice the time, and three hundred megabytes, or not, by the order of imports.
import v8 from 'node:v8';

v8.setFlagsFromString('--no-allocation-site-pretenuring');
