/** For Chrome and Edge 109, the last on Windows 7 and 8, and Firefox 115. */
import 'core-js/actual/array/to-reversed';
import 'core-js/actual/array/to-sorted';
import 'core-js/actual/array/to-spliced';
