/*
 * sanitized.h — which sanitizer this is built for: SANITIZED and one of the others, or none.
 *                Layer: base.
 */
#ifndef HPLAN_BASE_SANITIZED_H
#define HPLAN_BASE_SANITIZED_H

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED_ADDRESS 1
#elif defined(__SANITIZE_THREAD__)
#define SANITIZED_THREAD 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED_ADDRESS 1
#elif __has_feature(memory_sanitizer)
#define SANITIZED_MEMORY 1
#elif __has_feature(thread_sanitizer)
#define SANITIZED_THREAD 1
#endif
#endif

#if defined(SANITIZED_ADDRESS) || defined(SANITIZED_MEMORY) || defined(SANITIZED_THREAD)
#define SANITIZED 1
#endif

#endif
