#pragma once
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

/// A context keyed for HMAC-SHA256, or NULL. Built here because OSSL_PARAM keeps the pointer to the digest's name.
static inline EVP_MAC_CTX *copenssl_hmac_sha256(const unsigned char *key, size_t length) {
  char digest[] = "SHA256";
  OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string("digest", digest, 0), OSSL_PARAM_construct_end()};
  EVP_MAC *mac = EVP_MAC_fetch(NULL, "HMAC", NULL);
  EVP_MAC_CTX *context = EVP_MAC_CTX_new(mac);  // holds its own reference to mac
  EVP_MAC_free(mac);
  // A NULL key would mean “keep the key you have”, so an empty one needs an address too.
  const unsigned char *bytes = key ? key : (const unsigned char *)"";
  if (context && EVP_MAC_init(context, bytes, length, params)) return context;
  EVP_MAC_CTX_free(context);
  return NULL;
}
