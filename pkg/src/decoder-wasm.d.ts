// What decodes the text of a module's bytes, as the bytes of a module itself: a module that the build makes.
declare const bytes: readonly number[];
export default bytes;
