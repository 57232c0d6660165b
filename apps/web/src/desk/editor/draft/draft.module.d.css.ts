declare const classes: {
  readonly collision: string;
  readonly collisions: string;
  readonly collisionsEnd: string;
  readonly note: string;
  readonly presence: string;
  readonly reason: string;
  readonly result: string;
};
export default classes;
