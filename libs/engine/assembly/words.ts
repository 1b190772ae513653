// Words of 32 bits in shared memory.

export function word(at: usize, index: i32): i32 {
  return load<i32>(at + ((<usize>index) << 2));
}

export function pointer(at: usize, index: i32): usize {
  return <usize>load<u32>(at + ((<usize>index) << 2));
}

export function setWord(at: usize, index: i32, value: i32): void {
  store<i32>(at + ((<usize>index) << 2), value);
}
