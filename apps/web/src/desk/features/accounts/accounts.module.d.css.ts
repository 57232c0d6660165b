declare const classes: {
  readonly acts: string;
  readonly code: string;
  readonly grants: string;
  readonly held: string;
  readonly name: string;
  readonly once: string;
  readonly options: string;
  readonly panel: string;
  readonly picked: string;
  readonly soft: string;
  readonly sub: string;
};
export default classes;
