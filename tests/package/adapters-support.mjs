// What the tests of the adapters share.
import { example } from 'mohurd-ecert';

/** Without a day, so that no test depends on the clock. */
export const OPTIONS = { today: null };

/** A right record, with changes. */
export const filled = (kind, changes) => ({ ...example(kind), ...changes });

/** Its rule reads two fields: the state is another, and nothing says which. The second one is right. */
export const OTHER_STATE = { certState: '99', certStatusDescription: '' };

/** The promise of a value, or of the error that it was rejected with. */
export const outcome = (promise) => promise.then((value) => ({ value }), (error) => ({ error }));
