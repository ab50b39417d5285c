// The core's bytes as base64, or an empty text for the entry `slim`: a module that the build makes.
declare const base64: string;
export default base64;
