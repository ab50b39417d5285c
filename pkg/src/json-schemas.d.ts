// The published JSON Schemas of the records, by kind: the build puts the files of pkg/schema here.
declare const schemas: Readonly<Record<import('./tables.js').Kind, Record<string, unknown>>>;
export default schemas;
