declare const classes: {
  readonly quiet: string;
  readonly states: string;
  readonly sub: string;
  readonly table: string;
  readonly verdicts: string;
};
export default classes;
