declare const classes: {
  readonly code: string;
  readonly loading: string;
  readonly rule: string;
  readonly sk: string;
  readonly state: string;
  readonly title: string;
  readonly whole: string;
};
export default classes;
