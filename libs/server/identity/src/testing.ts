export {
  makeActor,
  makeSmallCountry,
  usernameOf,
  type SmallCountry,
} from './testing/identity-fixtures.js';
