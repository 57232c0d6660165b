declare const classes: {
  readonly bad: string;
  readonly figures: string;
  readonly notes: string;
  readonly reason: string;
  readonly recent: string;
  readonly soft: string;
  readonly sub: string;
  readonly track: string;
};
export default classes;
