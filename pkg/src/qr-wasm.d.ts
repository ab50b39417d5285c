// The QR module's bytes as a text: a module that the build makes.
declare const text: string;
export default text;
