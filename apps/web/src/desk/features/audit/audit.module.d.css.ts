declare const classes: {
  readonly act: string;
  readonly day: string;
  readonly facts: string;
  readonly same: string;
  readonly turning: string;
  readonly when: string;
  readonly wrong: string;
};
export default classes;
