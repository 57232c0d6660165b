declare const classes: {
  readonly agenda: string;
  readonly why: string;
};
export default classes;
