declare const classes: {
  readonly area: string;
  readonly errSum: string;
  readonly field: string;
  readonly hint: string;
  readonly input: string;
  readonly label: string;
  readonly num: string;
  readonly optional: string;
  readonly tick: string;
  readonly withButton: string;
  readonly wrong: string;
};
export default classes;
