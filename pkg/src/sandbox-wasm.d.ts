// The sandbox's bytes as base64: a module that the build makes.
declare const base64: string;
export default base64;
