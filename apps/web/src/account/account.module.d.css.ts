declare const classes: {
  readonly form: string;
  readonly qr: string;
  readonly secret: string;
  readonly sub: string;
};
export default classes;
