//! Codes, keys and the text of a QR code: nothing traps, and what is encrypted comes back.

#![no_main]

use libfuzzer_sys::fuzz_target;
use mohurd_ecert::qr::{PrivateKey, PublicKey, QrContent, decrypt_assignment};

/// A key of 512 bits that is of no use but here.
const KEY: &str = "MIIBVAIBADANBgkqhkiG9w0BAQEFAASCAT4wggE6AgEAAkEAxJR64IBX7RdjCI9PBxuAW83/O7InieNZ3TB8ExKdmcmHU8kKawds6mU1l6soo37OTvo1tkrcZlmxEKkI0rninQIDAQABAkEAsVEpYVYDebYtu2vhIg0ZhDXVMxio94Te61ivoliZVjxOJeXDiREYThkT/TrijASItH4VKqAlFa59dciRz1SBoQIhAPqmGpKDouK3msFyvfsiO92fNR6sW+ym+VtYgmkxqPeFAiEAyMbeSwKHjhPmQEWMiux+eBFhl8qaJmvhhvyahydDjjkCID0JK9lX0tdwrG/FGDxKZteeCFpy0GO9eWVkFUW2gRXdAiAZNpAXz1uChhE2JQW/NG+1WElvLGwrQwTxVKt7KX0cUQIgdeNjdDZ2IKGX4SUXJeiO70ADl93M9dxdc/jPBq8Eq7Y=";

fuzz_target!(|texts: (&str, &str)| {
    let (first, second) = texts;
    if let Ok(private) = PrivateKey::read(KEY) {
        let _ = decrypt_assignment(first, second, &private);
    }
    let _ = (PrivateKey::read(first), PublicKey::read(second));
    if let Ok(content) = QrContent::parse(first) {
        assert_eq!(QrContent::parse(&content.to_encoded_url()).map(|read| read.encry_key), Ok(content.encry_key));
    }
});
