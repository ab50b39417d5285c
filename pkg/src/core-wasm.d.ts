// The core's bytes as a text, or an empty text for the entry `slim`: a module that the build makes.
declare const text: string;
export default text;
