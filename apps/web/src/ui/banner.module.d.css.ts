declare const classes: {
  readonly bad: string;
  readonly banner: string;
  readonly body: string;
  readonly note: string;
  readonly off: string;
  readonly ok: string;
  readonly plain: string;
  readonly warn: string;
};
export default classes;
