export { FakeClock } from './clock/fake-clock.js';
export { FakeIds } from './ids/fake-ids.js';
