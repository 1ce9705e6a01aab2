//! A page that was built anew is taken into the binary.

fn main() {
    println!("cargo::rerun-if-changed=../../ui/dist");
}
