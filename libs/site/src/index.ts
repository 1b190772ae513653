export { addresses, feedAddress, other, saveSearchAddress, vacancyAddress } from './addresses.js';
export { Frame, FrameLink, type FrameProps } from './frame.js';
export { frameTexts } from './frame-texts.js';
