declare const classes: {
  readonly acts: string;
  readonly changes: string;
  readonly filter: string;
  readonly name: string;
  readonly panel: string;
  readonly picked: string;
  readonly soft: string;
  readonly standing: string;
  readonly sub: string;
};
export default classes;
