//! Putting back what was there before, where what is there is still what was left.

use serde_json::Value;

/// `now` with the fields of `after` replaced by those of `before`; none where a field is not as `after` says.
pub fn swapped(now: Value, before: &Value, after: &Value) -> Option<Value> {
    let (Value::Object(mut now), Value::Object(before), Value::Object(after)) = (now, before, after) else {
        return None;
    };
    for (field, value) in after {
        if now.remove(field).as_ref() != Some(value) {
            return None;
        }
    }
    for (field, value) in before {
        if !after.contains_key(field) && now.contains_key(field) {
            return None;
        }
        now.insert(field.clone(), value.clone());
    }
    Some(Value::Object(now))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_still_as_it_was_left_is_put_back() {
        let now = json!({"a": 2, "b": "x", "c": null});
        let back = swapped(now.clone(), &json!({"a": 1, "d": 3}), &json!({"a": 2}));
        assert_eq!(back, Some(json!({"a": 1, "b": "x", "c": null, "d": 3})));
        assert_eq!(swapped(now.clone(), &json!({"a": 1}), &json!({"a": 3})), None);
        assert_eq!(swapped(now.clone(), &json!({"b": 1}), &json!({})), None);
        assert_eq!(swapped(now, &json!({}), &json!({"z": 1})), None);
    }
}
