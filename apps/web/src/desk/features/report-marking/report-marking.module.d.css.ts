declare const classes: {
  readonly criterion: string;
  readonly facts: string;
  readonly form: string;
  readonly marks: string;
  readonly none: string;
  readonly note: string;
  readonly points: string;
  readonly report: string;
  readonly said: string;
  readonly soft: string;
  readonly task: string;
  readonly text: string;
  readonly unit: string;
  readonly view: string;
  readonly walk: string;
  readonly wrong: string;
};
export default classes;
